using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Local.Cli.Sample;
using Local.Cli.Tests.Run;
using Xunit;

namespace Local.Cli.Tests.Sample;

public sealed class SampleDataTests(PackedSolution packed) : IDisposable
{
    private readonly string first = Directory.CreateTempSubdirectory("kam-sample-").FullName;
    private readonly string second = Directory.CreateTempSubdirectory("kam-sample-").FullName;

    public void Dispose()
    {
        Directory.Delete(first, recursive: true);
        Directory.Delete(second, recursive: true);
    }

    [Fact]
    public void TheSameSeed_GivesTheSameBytes_AndAnotherSeedOthers()
    {
        SampleData.Write(first);
        SampleData.Write(second);
        Assert.Equal(Hashes(first), Hashes(second));

        SampleData.Write(second, seed: 1);
        Assert.NotEqual(Hashes(first), Hashes(second));
    }

    [Fact]
    public void AllThreeHundredCustomers_AreLoadedWithoutARejectedLine_AndScored()
    {
        SampleData.Write(first);

        using var portfolio = new ValuedPortfolio(packed, first, SampleData.Until);

        Assert.Empty(portfolio.Report.Rejected);
        Assert.Equal(300, portfolio.Report.Steps.Single(s => s.Table == "account").Created);
        Assert.Equal(300, portfolio.Scored.Count + portfolio.Scored.Unscored);
        Assert.Contains(portfolio.Scores.Values, score => score.Contains("kam_lifetimevalue"));
    }

    private static string[] Hashes(string folder) => [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)
        .Select(file => Path.GetFileName(file) + " " + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))))];
}
