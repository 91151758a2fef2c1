using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Net;
using Local.Dataverse.Import;

namespace Local.Cli.Commands;

/// <summary><c>kam serve</c>: the Web API of an embedded Dataverse and a preview of its apps, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var database = new Option<FileInfo?>("--database") { Description = "The file of the embedded Dataverse; created when it does not exist. Without it everything stays in memory." };
        var zips = new Option<FileInfo[]>("--zip") { Description = "Solution zips to import first, in this order.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var port = new Option<int>("--port") { Description = "The port on the loopback address; 0 takes a free one.", DefaultValueFactory = _ => Serving.UsualPort };
        port.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < IPEndPoint.MinPort or > IPEndPoint.MaxPort) given.AddError("--port takes 0 to 65535.");
        });
        var command = new Command("serve", "Serves an embedded Dataverse: its Web API at /api/data/v9.2, its apps at /preview/.") { database, zips, port };
        command.SetAction(parsed => Failure.Shown(() => Run(parsed.GetValue(database), parsed.GetValue(zips)!, parsed.GetValue(port))));
        return command;
    }

    private static int Run(FileInfo? database, FileInfo[] zips, int port)
    {
        // Whatever is not there is said before a database is created.
        if (zips.FirstOrDefault(zip => !zip.Exists) is { } missing) throw new CommandException($"There is no zip {missing.FullName}. The one of this repository is built with: kam pack");
        var isNew = database is { Exists: false };
        using var organisation = Organisation.Open(database);
        try
        {
            foreach (var zip in zips) Import(organisation, zip);
        }
        catch (CommandException) when (isNew)
        {
            // The organisation was made for these zips alone; one that was there before is as it was.
            organisation.Dispose();
            database!.Delete();
            throw;
        }
        Serving.UntilStopped(organisation, port);
        return 0;
    }

    private static void Import(Dataverse.LocalDataverse organisation, FileInfo zip)
    {
        try
        {
            using var content = zip.OpenRead();
            Console.WriteLine(organisation.ImportSolution(content));
        }
        catch (SolutionImportException refused)
        {
            throw new CommandException($"{zip.Name} was not imported. {refused.Message}");
        }
    }
}
