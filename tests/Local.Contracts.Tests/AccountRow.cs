using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace Local.Contracts.Tests;

/// <summary>An account as generated code writes it: the id setter keeps the primary key column in step.</summary>
[EntityLogicalName("account")]
public sealed class AccountRow : Entity
{
    public AccountRow()
        : base("account")
    {
    }

    public override Guid Id
    {
        get => base.Id;
        set
        {
            base.Id = value;
            SetAttributeValue("accountid", value);
        }
    }

    public string? Name
    {
        get => GetAttributeValue<string>("name");
        set => SetAttributeValue("name", value);
    }

    public string? CategoryText => GetFormattedAttributeValue("accountcategorycode");
}
