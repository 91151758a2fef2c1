using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>What a random $filter finds is what a plain loop over the same rows finds.</summary>
public sealed class FilterLawTests : IDisposable
{
    private sealed record Task(string Subject, int? Minutes);

    private sealed record Row(string Name, int? Size, decimal? Revenue, int? Category, int Parent, List<Task> Tasks);

    /// <summary>A filter twice: as the URL says it, and as the documentation means it.</summary>
    private sealed record Filter(string Asked, Func<Row, bool> Meant);

    private static readonly Row[] data = Enumerable.Range(0, 60).Select(i => new Row(
        $"{"abcde"[i % 5]}{"xyz"[i % 3]} {i}",
        i % 7 == 0 ? null : i % 6,
        i % 4 == 0 ? null : (i % 9) + 0.5m,
        i % 3 == 0 ? null : (i % 2) + 1,
        i % 5 == 0 ? -1 : i / 5,
        Enumerable.Range(0, i % 4).Select(t => new Task($"{"pqr"[(i + t) % 3]}", (i + t) % 5 == 0 ? null : (i * (t + 1)) % 8)).ToList())).ToArray();

    private static readonly string[] comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    private static readonly Gen<string> comparisonGen = Gen.Int[0, comparisons.Length - 1].Select(i => comparisons[i]);

    private readonly SampleRows rows = new(filled: false);

    public FilterLawTests()
    {
        var ids = new List<Guid>();
        foreach (var row in data) ids.Add(rows.Account(row.Name, row.Revenue, row.Size, row.Category, null, row.Parent < 0 ? null : ids[row.Parent], null));
        foreach (var (row, id) in data.Zip(ids))
        {
            foreach (var task in row.Tasks)
            {
                rows.Service.Create(new Entity("task") { ["subject"] = task.Subject, ["actualdurationminutes"] = task.Minutes, ["regardingobjectid"] = new EntityReference("account", id) });
            }
        }
    }

    // A comparison with null holds of nothing, and ne holds wherever eq does not.
    private static bool Compare<T>(T? value, string comparison, T other) where T : struct, IComparable<T> => comparison switch
    {
        "eq" => value is { } v && v.CompareTo(other) == 0,
        "ne" => value is not { } v || v.CompareTo(other) != 0,
        "gt" => value is { } v && v.CompareTo(other) > 0,
        "ge" => value is { } v && v.CompareTo(other) >= 0,
        "lt" => value is { } v && v.CompareTo(other) < 0,
        _ => value is { } v && v.CompareTo(other) <= 0,
    };

    private static Gen<Filter> Conditions(string prefix, Func<Row, Row?> of) => Gen.OneOf(
        Gen.Select(comparisonGen, Gen.Int[0, 6]).Select((c, v) => new Filter($"{prefix}numberofemployees {c} {v}", r => Compare(of(r)?.Size, c, v))),
        Gen.Select(comparisonGen, Gen.Int[-1, 20]).Select((c, v) => new Filter(
            string.Create(CultureInfo.InvariantCulture, $"{prefix}revenue {c} {v / 2m:0.0#}"), r => Compare(of(r)?.Revenue, c, v / 2m))),
        Gen.Select(comparisonGen, Gen.Int[1, 2]).Select((c, v) => new Filter($"{v} {c} {prefix}accountcategorycode", r => Compare(of(r)?.Category, Turned(c), v))),
        Gen.Char["abcdexyz"].Select(c => new Filter($"contains({prefix}name,'{c}')", r => of(r)?.Name.Contains(c, StringComparison.Ordinal) == true)),
        Gen.Char["abcde"].Select(c => new Filter($"startswith({prefix}name,'{char.ToUpperInvariant(c)}')", r => of(r)?.Name[0] == c)),
        Gen.Bool.Select(not => new Filter($"{prefix}revenue {(not ? "ne" : "eq")} null", r => (of(r)?.Revenue is not null) == not)));

    private static string Turned(string comparison) => comparison switch { "gt" => "lt", "ge" => "le", "lt" => "gt", "le" => "ge", _ => comparison };

    private static Gen<Filter> Lambdas() => Gen.Select(Gen.Bool, Gen.OneOf(
        Gen.Select(comparisonGen, Gen.Int[0, 8]).Select((c, v) => ($"t/actualdurationminutes {c} {v}", (Func<Task, bool>)(t => Compare(t.Minutes, c, v)))),
        Gen.Char["pqr"].Select(c => ($"t/subject eq '{c}'", (Func<Task, bool>)(t => t.Subject[0] == c))),
        Gen.Select(Gen.Char["pqr"], Gen.Int[0, 8]).Select((c, v) => ($"t/subject ne '{c}' and not (t/actualdurationminutes gt {v})", (Func<Task, bool>)(t => t.Subject[0] != c && !(t.Minutes > v)))),
        Gen.Select(Gen.Char["pqr"], Gen.Int[0, 8]).Select((c, v) => ($"contains(t/subject,'{c}') or t/actualdurationminutes le {v}", (Func<Task, bool>)(t => t.Subject[0] == c || t.Minutes <= v)))))
        .Select((all, body) => new Filter($"Account_Tasks/{(all ? "all" : "any")}(t:{body.Item1})", r => all ? r.Tasks.All(body.Item2) : r.Tasks.Any(body.Item2)));

    private static readonly Gen<Filter> filterGen = Gen.Recursive<Filter>((depth, nested) =>
    {
        var leaf = Gen.Frequency(
            (4, Conditions("", r => r)),
            (2, Conditions("parentaccountid/", r => r.Parent < 0 ? null : data[r.Parent])),
            (2, Lambdas()));
        return depth >= 4
            ? leaf
            : Gen.Frequency(
                (3, leaf),
                (2, Gen.Select(nested, nested).Select((a, b) => new Filter($"({a.Asked} and {b.Asked})", r => a.Meant(r) && b.Meant(r)))),
                (2, Gen.Select(nested, nested).Select((a, b) => new Filter($"({a.Asked} or {b.Asked})", r => a.Meant(r) || b.Meant(r)))),
                (1, nested.Select(a => new Filter($"not ({a.Asked})", r => !a.Meant(r)))));
    });

    [Fact]
    public void ARandomFilter_FindsExactlyTheRowsItMeans() => filterGen.Sample(
        filter =>
        {
            // The platform takes no more joins than this either.
            if (filter.Asked.Split("Account_Tasks").Length + filter.Asked.Split("parentaccountid").Length > 14) return;
            var found = rows.Ask("accounts?$select=name&$filter=" + Uri.EscapeDataString(filter.Asked)).Rows.Select(r => (string)r["name"]);
            Assert.Equal(data.Where(filter.Meant).Select(r => r.Name).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        },
        iter: 1_500, threads: 1);

    public void Dispose() => rows.Dispose();
}
