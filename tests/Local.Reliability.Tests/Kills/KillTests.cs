using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.Reliability.Writer;
using Xunit;

namespace Local.Reliability.Tests.Kills;

/// <summary>A process that is killed while it writes leaves a file with every request it acknowledged and none by halves.</summary>
/// <remarks><c>KAM_KILLS</c> says how often to kill; 200 without it.</remarks>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int KillsOfAFile = 25, MostDelay = 400, MostRequests = 60;

    private readonly string folder = Directory.CreateTempSubdirectory("kills").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AProcessKilledAtAnyPoint_LeavesEveryAcknowledgedRequestAndNoneByHalves()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("KAM_KILLS") ?? "200", CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        // Most of the time goes into starting processes: as many at once as there are processors, each with files of its own.
        var lanes = Math.Clamp(Environment.ProcessorCount, 2, 8);
        var results = await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(() => KillAgainAndAgain(lane, (kills + lanes - 1) / lanes))));
        var acknowledged = results.Sum(r => r.Acknowledged);
        output.WriteLine($"{results.Sum(r => r.Kills)} kills, {results.Sum(r => r.Early)} of them before the file was open, {acknowledged} requests acknowledged, {results.Sum(r => r.InDoubt)} committed without an answer, {watch.Elapsed.TotalSeconds:N0} s.");
        Assert.True(acknowledged > kills, "The writer was killed before it wrote anything worth losing.");
    }

    private sealed record Killed(int Kills, int Early, int Acknowledged, int InDoubt);

    private Killed KillAgainAndAgain(int lane, int kills)
    {
        var random = new Random(20261123 + lane);
        int early = 0, acknowledged = 0, inDoubt = 0;
        var path = "";
        var model = new Model();
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill % KillsOfAFile == 0)
            {
                if (kill > 0) JobsAreStillThere(path, model);
                path = Path.Combine(folder, $"{lane}-{kill}.db");
                using (var fresh = Open(path)) Script.SetUp(fresh);
                model = new Model();
            }
            // One in eight dies while it starts or opens the file, one in eight some time after that; the others after so many requests, which a busy machine takes longer for.
            var delay = (kill % 8) switch { 7 => -random.Next(40, 400), 3 => random.Next(MostDelay), _ => random.Next(20) };
            var requests = kill % 4 == 3 ? 0 : random.Next(1, MostRequests);
            if (delay < 0) early++;
            var answered = WriterProcess.RunAndKill(path, model.Requests, requests, TimeSpan.FromMilliseconds(delay));
            acknowledged += answered;
            for (var i = 0; i < answered; i++) model.Advance();
            using var dataverse = Open(path);
            if (kill % 10 == 0) Assert.Equal("ok", Integrity(dataverse));
            var stored = Stored.Describe(dataverse);
            if (stored == model.Describe()) continue;
            // The one request that was under way may have been committed before the answer got out.
            model.Advance();
            inDoubt++;
            Assert.Equal(model.Describe(), stored);
        }
        JobsAreStillThere(path, model);
        return new Killed(kills, early, acknowledged, inDoubt);
    }

    private static void JobsAreStillThere(string path, Model model)
    {
        using var dataverse = Open(path);
        Assert.Equal(model.Jobs, dataverse.RunAsyncJobs());
    }

    private static string Integrity(Dataverse.LocalDataverse dataverse)
    {
        var check = dataverse.Organization.Store.Prepare("PRAGMA integrity_check");
        check.Step();
        var answer = check.Text(0);
        check.Reset();
        return answer;
    }

    private static Dataverse.LocalDataverse Open(string path) => Dataverse.LocalDataverse.Open(new LocalDataverseOptions { Path = path });
}
