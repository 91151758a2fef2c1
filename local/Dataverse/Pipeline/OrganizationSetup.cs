using System;
using System.Globalization;
using Local.Dataverse.Import;
using Local.Dataverse.Schema;
using Local.Dataverse.Security;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// Opens an organisation, or sets a new one up with the rows every organisation has: itself, its root business unit with the default team,
/// the base currency, SYSTEM, an administrator and the role System Administrator.
/// </summary>
internal static class OrganizationSetup
{
    public const string AdministratorName = "administrator@local";

    /// <summary>Opens the file or memory the options name.</summary>
    public static OpenedOrganization Open(LocalDataverseOptions options)
    {
        var store = new Store(options.Path);
        try
        {
            var schema = SchemaStorage.Read(store);
            store.Apply(schema);
            return Find(store, schema, options) ?? Create(store, schema, options);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static OpenedOrganization? Find(Store store, DataverseSchema schema, LocalDataverseOptions options)
    {
        var reader = new CoreOperations(store, new OrganizationFacts { OrganizationId = Guid.Empty, RootBusinessUnitId = Guid.Empty, BaseCurrencyId = Guid.Empty });
        var context = Context(Guid.Empty, schema, options);
        var query = new QueryExpression("organization")
        {
            ColumnSet = new ColumnSet("basecurrencyid", "systemuserid", "languagecode", "pricingdecimalprecision"),
        };
        var rows = reader.RetrieveMultiple(context, query).Entities;
        if (rows.Count == 0) return null;
        var row = rows[0];
        var currency = reader.Retrieve(context, row.GetAttributeValue<EntityReference>("basecurrencyid"), new ColumnSet("currencyprecision"));
        var facts = new OrganizationFacts
        {
            OrganizationId = row.Id,
            RootBusinessUnitId = FirstId(reader, context, "businessunit", "parentbusinessunitid", null),
            BaseCurrencyId = currency.Id,
            BaseCurrencyPrecision = currency.GetAttributeValue<int>("currencyprecision"),
            PricingDecimalPrecision = row.GetAttributeValue<int>("pricingdecimalprecision"),
            BaseLanguage = row.GetAttributeValue<int>("languagecode"),
        };
        using (var transaction = store.Begin())
        {
            SecuritySetup.Complete(store, schema, facts.RootBusinessUnitId);
            transaction.Commit();
        }
        var organization = new Organization(
            store, new CoreOperations(store, facts), facts, row.GetAttributeValue<Guid>("systemuserid"), schema, options);
        return new OpenedOrganization(organization, FirstId(reader, context, "systemuser", "domainname", AdministratorName), IsNew: false);
    }

    private static Guid FirstId(CoreOperations reader, RequestContext context, string table, string column, string? value)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        if (value is null) query.Criteria.AddCondition(column, ConditionOperator.Null);
        else query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return reader.RetrieveMultiple(context, query).Entities[0].Id;
    }

    private static OpenedOrganization Create(Store store, DataverseSchema schema, LocalDataverseOptions options)
    {
        Guid system = Guid.NewGuid(), administrator = Guid.NewGuid();
        var facts = new OrganizationFacts
        {
            OrganizationId = Guid.NewGuid(),
            RootBusinessUnitId = Guid.NewGuid(),
            BaseCurrencyId = Guid.NewGuid(),
            BaseCurrencyPrecision = options.BaseCurrencyPrecision,
            PricingDecimalPrecision = options.BaseCurrencyPrecision,
            BaseLanguage = options.BaseLanguage,
        };
        var core = new CoreOperations(store, facts);
        var context = Context(system, schema, options);
        using (var transaction = store.Begin())
        {
            core.Create(context, Currency(facts, options));
            core.Create(context, OrganizationRow(facts, system, options));
            core.Create(context, new Entity("businessunit", facts.RootBusinessUnitId)
            {
                ["name"] = Organization.UniqueName,
                ["organizationid"] = new EntityReference("organization", facts.OrganizationId),
            });
            CreateUser(core, context, facts, system, "SYSTEM", string.Empty, "SYSTEM");
            CreateUser(core, context, facts, administrator, "System", "Administrator", AdministratorName);
            CreateTeam(core, context, facts, administrator);
            CreateRole(core, context, facts, system, administrator);
            SecuritySetup.Complete(store, schema, facts.RootBusinessUnitId);
            transaction.Commit();
        }
        return new OpenedOrganization(new Organization(store, core, facts, system, schema, options), administrator, IsNew: true);
    }

    private static Entity Currency(OrganizationFacts facts, LocalDataverseOptions options) => new("transactioncurrency", facts.BaseCurrencyId)
    {
        ["currencyname"] = CurrencyName(options.BaseCurrency),
        ["isocurrencycode"] = options.BaseCurrency,
        ["currencysymbol"] = options.BaseCurrency,
        ["currencyprecision"] = options.BaseCurrencyPrecision,
        ["exchangerate"] = 1m,
    };

    private static string CurrencyName(string isoCode)
    {
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            if (region.ISOCurrencySymbol == isoCode) return region.CurrencyEnglishName;
        }
        return isoCode;
    }

    private static Entity OrganizationRow(OrganizationFacts facts, Guid system, LocalDataverseOptions options) => new("organization", facts.OrganizationId)
    {
        ["name"] = Organization.UniqueName,
        ["basecurrencyid"] = new EntityReference("transactioncurrency", facts.BaseCurrencyId),
        ["basecurrencyprecision"] = options.BaseCurrencyPrecision,
        ["basecurrencysymbol"] = options.BaseCurrency,
        ["pricingdecimalprecision"] = options.BaseCurrencyPrecision,
        ["languagecode"] = options.BaseLanguage,
        ["localeid"] = options.BaseLanguage,
        ["systemuserid"] = system,
        ["oobpricecalculationenabled"] = true,
        ["plugintracelogsetting"] = new OptionSetValue(0),
    };

    private static void CreateUser(
        CoreOperations core, RequestContext context, OrganizationFacts facts, Guid id, string firstName, string lastName, string domainName)
    {
        core.Create(context, new Entity("systemuser", id)
        {
            ["firstname"] = firstName,
            ["lastname"] = lastName,
            ["fullname"] = $"{firstName} {lastName}".Trim(),
            ["domainname"] = domainName,
            ["businessunitid"] = new EntityReference("businessunit", facts.RootBusinessUnitId),
            ["organizationid"] = facts.OrganizationId,
        });
        core.Create(context, new Entity("usersettings", id)
        {
            ["systemuserid"] = id,
            ["uilanguageid"] = facts.BaseLanguage,
            ["helplanguageid"] = facts.BaseLanguage,
            ["localeid"] = facts.BaseLanguage,
            ["businessunitid"] = facts.RootBusinessUnitId,
        });
    }

    private static void CreateTeam(CoreOperations core, RequestContext context, OrganizationFacts facts, Guid administrator)
    {
        var team = core.Create(context, new Entity("team")
        {
            ["name"] = Organization.UniqueName,
            ["businessunitid"] = new EntityReference("businessunit", facts.RootBusinessUnitId),
            ["administratorid"] = new EntityReference("systemuser", administrator),
            ["isdefault"] = true,
            ["teamtype"] = new OptionSetValue(0),
            ["organizationid"] = facts.OrganizationId,
        });
        core.Associate(context, new EntityReference("team", team), new Relationship("teammembership_association"), [new EntityReference("systemuser", administrator)]);
    }

    private static void CreateRole(CoreOperations core, RequestContext context, OrganizationFacts facts, Guid system, Guid administrator)
    {
        var role = core.Create(context, new Entity("role")
        {
            ["name"] = StandardRoles.Administrator,
            ["businessunitid"] = new EntityReference("businessunit", facts.RootBusinessUnitId),
            ["organizationid"] = facts.OrganizationId,
        });
        foreach (var user in new[] { system, administrator })
        {
            core.Associate(context, new EntityReference("systemuser", user), new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        }
    }

    private static RequestContext Context(Guid userId, DataverseSchema schema, LocalDataverseOptions options) => new()
    {
        UserId = userId,
        InitiatingUserId = userId,
        UtcNow = options.Clock.GetUtcNow().UtcDateTime,
        Schema = schema,
        LanguageCode = options.BaseLanguage,
        ByPlatform = true,
    };
}

/// <summary>An organisation and its administrator.</summary>
internal sealed record OpenedOrganization(Organization Organization, Guid AdministratorId, bool IsNew);
