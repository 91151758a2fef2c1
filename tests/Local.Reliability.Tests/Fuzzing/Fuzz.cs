using System;
using System.Collections.Generic;
using System.Globalization;
using System.ServiceModel;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Reliability.Tests.Fuzzing;

/// <summary>What all fuzzing shares: how much of it, odd values, and what counts as a crash.</summary>
/// <remarks><c>KAM_FUZZ</c> multiplies the number of inputs; 1 without it.</remarks>
internal static class Fuzz
{
    /// <summary>Stands in texts that are given as names and values, and must never be in SQL.</summary>
    public const string Marker = "zqmark";

    /// <summary>The same for numbers.</summary>
    public const int MarkedNumber = 918273645;

    /// <summary>What the engine answers when something it did not foresee was thrown; it then names the exception.</summary>
    private const int UnexpectedError = unchecked((int)0x80040216);

    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("", " ", "0", "-1", "1", "true", "Muster AG", "2026-03-02", "2026-13-45T99:00:00Z", "99999999999999999999", "1e400", "NaN", "{00000000-0000-0000-0000-000000000000}", "a,b;c", "[%_^]", "\u0130ß𝒳"),
        Gen.Const(Marker + "'\"];--"), Gen.Const(Marker), Gen.Const(MarkedNumber.ToString(CultureInfo.InvariantCulture)),
        Gen.Guid.Select(g => g.ToString()), Gen.Int.Select(i => i.ToString(CultureInfo.InvariantCulture)),
        Gen.Char[' ', '\ud7ff'].Array[0, 20].Select(c => new string(c)));

    public static readonly Gen<string> Table = Gen.Frequency(
        (8, Gen.OneOf("account", "contact", "salesorder", "task", "systemuser", "activitypointer", "email", "teammembership")),
        (1, Gen.OneOf("nowhere", "", Marker, "sqlite_master", "$column", "account\" t0;--" + Marker)));

    public static readonly Gen<string> Column = Gen.Frequency(
        (8, Gen.OneOf("name", "accountid", "contactid", "parentcustomerid", "parentcustomeridname", "revenue", "revenue_base", "numberofemployees", "createdon", "ownerid", "statecode", "statuscode",
            "industrycode", "creditonhold", "customerid", "totalamount", "subject", "regardingobjectid", "activityid", "to", "lastname", "birthdate", "address1_latitude", "transactioncurrencyid", "versionnumber", "systemuserid", "fullname", "entityimage")),
        (1, Gen.OneOf("nothing", "", Marker, "rowid", "name\";--" + Marker, "Name", "a.b")));

    public static int Times(int usual) => usual * int.Parse(Environment.GetEnvironmentVariable("KAM_FUZZ") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Runs a request that may be refused as the platform refuses, and in no other way.</summary>
    public static void MayRefuse(Action request)
    {
        try
        {
            request();
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            Assert.False(fault.Detail.ErrorCode == UnexpectedError && NamesAnException(fault.Detail.Message), fault.Detail.Message);
            Assert.False(string.IsNullOrWhiteSpace(fault.Detail.Message));
        }
    }

    /// <summary>Whether a message begins with the type of an exception: <c>System.InvalidCastException: ...</c>.</summary>
    public static bool NamesAnException(string message) => message.IndexOf("Exception: ", StringComparison.Ordinal) is > 0 and var end && !message[..end].Contains(' ', StringComparison.Ordinal);

    /// <summary>Watches the SQL of an organisation: none of what was given may be in it.</summary>
    public static void WatchSql(Dataverse.LocalDataverse dataverse, List<string> offending) => dataverse.Organization.Store.Watch = sql =>
    {
        if (sql.Contains(Marker, StringComparison.OrdinalIgnoreCase) || sql.Contains(MarkedNumber.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) offending.Add(sql);
    };
}
