using System.IO;
using Local.Dataverse;

namespace Local.Cli.Commands;

/// <summary>The embedded Dataverse a command works on.</summary>
internal static class Organisation
{
    /// <summary>Opens or creates the organisation in a file, or in memory.</summary>
    public static LocalDataverse Open(FileInfo? database, string baseCurrency = "CHF", int precision = 2) =>
        LocalDataverse.Open(new LocalDataverseOptions { Path = database?.FullName, BaseCurrency = baseCurrency, BaseCurrencyPrecision = precision });

    /// <summary>Opens an organisation that must be there already.</summary>
    /// <exception cref="CommandException">There is no such file.</exception>
    public static LocalDataverse OpenExisting(FileInfo database) => database.Exists
        ? Open(database)
        : throw new CommandException($"{database.FullName} does not exist. Create it with: kam import ZIP --database {database.Name}");
}
