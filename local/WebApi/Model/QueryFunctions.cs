using System.Collections.Generic;
using Microsoft.OData.Edm;

namespace Local.WebApi.Model;

/// <summary>The functions that stand for condition operators in $filter ("Web API query function reference").</summary>
public static class QueryFunctions
{
    /// <summary>What follows PropertyName in the parameters.</summary>
    public enum Arguments { None, Whole, Text, Texts, Two }

    /// <summary>By name, without namespace.</summary>
    public static IReadOnlyDictionary<string, Arguments> All { get; } = Names();

    internal static void AddTo(EdmModel model)
    {
        var core = EdmCoreModel.Instance;
        foreach (var (name, arguments) in All)
        {
            var function = new EdmFunction(ServiceModel.Namespace, name, core.GetBoolean(isNullable: false));
            function.AddParameter("PropertyName", core.GetString(isNullable: false));
            if (arguments == Arguments.Whole) function.AddParameter("PropertyValue", core.GetInt64(isNullable: false));
            if (arguments == Arguments.Text) function.AddParameter("PropertyValue", core.GetString(isNullable: false));
            if (arguments == Arguments.Texts) function.AddParameter("PropertyValues", EdmCoreModel.GetCollection(core.GetString(isNullable: false)));
            if (arguments == Arguments.Two)
            {
                function.AddParameter("PropertyValue1", core.GetInt64(isNullable: false));
                function.AddParameter("PropertyValue2", core.GetInt64(isNullable: false));
            }
            model.AddElement(function);
        }
    }

    private static Dictionary<string, Arguments> Names()
    {
        var names = new Dictionary<string, Arguments>();
        Add(Arguments.None,
            "EqualBusinessId", "EqualUserId", "EqualUserLanguage", "EqualUserOrUserHierarchy", "EqualUserOrUserHierarchyAndTeams", "EqualUserOrUserTeams",
            "EqualUserTeams", "Last7Days", "LastFiscalPeriod", "LastFiscalYear", "LastMonth", "LastWeek", "LastYear", "Next7Days", "NextFiscalPeriod",
            "NextFiscalYear", "NextMonth", "NextWeek", "NextYear", "NotBusinessId", "NotUserId", "ThisFiscalPeriod", "ThisFiscalYear", "ThisMonth", "ThisWeek",
            "ThisYear", "Today", "Tomorrow", "Yesterday");
        Add(Arguments.Whole,
            "InFiscalPeriod", "InFiscalYear", "LastXDays", "LastXFiscalPeriods", "LastXFiscalYears", "LastXHours", "LastXMonths", "LastXWeeks", "LastXYears",
            "NextXDays", "NextXFiscalPeriods", "NextXFiscalYears", "NextXHours", "NextXMonths", "NextXWeeks", "NextXYears", "OlderThanXDays", "OlderThanXHours",
            "OlderThanXMinutes", "OlderThanXMonths", "OlderThanXWeeks", "OlderThanXYears");
        Add(Arguments.Text, "Above", "AboveOrEqual", "ChildOf", "EqualRoleBusinessId", "NotUnder", "On", "OnOrAfter", "OnOrBefore", "NotOn", "Under", "UnderOrEqual");
        Add(Arguments.Texts, "Between", "ContainValues", "DoesNotContainValues", "In", "NotBetween", "NotIn");
        Add(Arguments.Two, "InFiscalPeriodAndYear", "InOrAfterFiscalPeriodAndYear", "InOrBeforeFiscalPeriodAndYear");
        return names;

        void Add(Arguments arguments, params string[] functions)
        {
            foreach (var function in functions) names.Add(function, arguments);
        }
    }
}
