using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks;
using CsCheck;
using Local.WebApi.Tests.Hosting;
using Xunit;

namespace Local.WebApi.Tests.Requests;

public sealed class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c) && c >= ' '), 1, 60].Where(t => t.Trim() == t);

    private static readonly Gen<DateTime> Moment = Gen.Int[0, 1_500_000_000].Select(s => DateTime.UnixEpoch.AddSeconds(s));

    private static readonly Gen<Dictionary<string, object>> Rows = Gen.Select(
        Text, Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000_00], Gen.Bool, Gen.Int[1, 20], Moment,
        (name, whole, cents, yes, option, moment) => new Dictionary<string, object>
        {
            ["name"] = name,
            ["numberofemployees"] = whole,
            ["creditlimit"] = cents / 100m,
            ["donotphone"] = yes,
            ["industrycode"] = option,
            ["lastonholdtime"] = moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        });

    [Fact]
    public async Task WhatIsPosted_IsWhatIsRead()
    {
        await using var server = await TestServer.Start();
        await Rows.SampleAsync(
            async row =>
            {
                var created = await server.Post("accounts", row);
                Assert.True(created.Status == 204, created.Text);
                var read = await server.Get($"accounts({created.Id})?$select={string.Join(',', row.Keys)}");
                foreach (var (column, value) in row) Assert.True(Same(value, read[column]), $"{column}: {value} was read as {read[column]}");
            },
            iter: 50, threads: 1);
    }

    private static bool Same(object written, JsonElement read) => written switch
    {
        string text => read.GetString() == text,
        int whole => read.GetInt32() == whole,
        decimal number => read.GetDecimal() == number,
        _ => read.GetBoolean() == (bool)written,
    };
}
