using System;
using System.CommandLine;

namespace Local.Cli.Commands;

/// <summary><c>kam pack</c>: web resources, plug-in and solution folder into the two zips.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var command = new Command("pack", "Builds web resources and plug-in and packs solution/ into the managed and the unmanaged zip.");
        command.SetAction(_ => Failure.Shown(() =>
        {
            var repository = Repository.Find();
            repository.BuildWebResources();
            repository.Pack();
            Console.WriteLine(repository.ManagedZip);
            Console.WriteLine(repository.UnmanagedZip);
            return 0;
        }));
        return command;
    }
}
