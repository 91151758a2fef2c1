using System.CommandLine;
using System.Globalization;
using System.Text;
using Local.Cli.Commands;

// Whatever the machine's culture, a controller reads the same figures.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
System.Console.OutputEncoding = Encoding.UTF8;

var root = new RootCommand("Key Account Management for Dynamics 365: pack, check and run the solution without a tenant.")
{
    RunCommand.Create(),
    PackCommand.Create(),
    CheckCommand.Create(),
    ImportCommand.Create(),
    LoadCommand.Create(),
    ServeCommand.Create(),
};
return root.Parse(args).Invoke();
