using System;
using System.Globalization;
using System.IO;
using System.Threading;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Reliability.Writer;

/// <summary>
/// <c>Local.Reliability.Writer file request</c>: sends the requests of the script to the organisation in the file, from the given one on,
/// and writes the number of each to the output once it is answered. <c>Local.Reliability.Writer file import zip</c>: imports a solution and says
/// so. It never ends by itself.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is [var organization, "import", var zip]) return Import(organization, zip);
        if (arguments is not [var path, var first] || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var request))
        {
            Console.Error.WriteLine("Usage: Local.Reliability.Writer file request | file import zip");
            return 2;
        }
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        using var dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions { Path = path });
        output.WriteLine("open");
        var service = dataverse.AdministratorService;
        decimal MoneyOf(Guid vault) => service.Retrieve("account", vault, new ColumnSet("revenue")).GetAttributeValue<Money>("revenue").Value;
        for (; ; request++)
        {
            service.Execute(Script.Request(request, MoneyOf));
            output.WriteLine(request.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static int Import(string path, string zip)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        using var dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions { Path = path });
        output.WriteLine("open");
        using (var package = File.OpenRead(zip)) dataverse.ImportSolution(package);
        output.WriteLine("imported");
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}
