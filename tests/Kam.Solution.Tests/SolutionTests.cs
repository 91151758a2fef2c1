using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Kam.Generate;
using Local.Packaging;
using Local.Packaging.Check;
using Xunit;

namespace Kam.Solution.Tests;

public sealed class SolutionTests
{
    [Fact]
    public void TheSolution_HasNothingAnImportWouldStumbleOver()
    {
        var schemas = Path.Combine(Repository.Shared, "reference", "xsd");
        var options = new SolutionCheckOptions { Map = SolutionMap.Read(Path.Combine(Repository.Root, "solution-map.xml")), SchemaFolder = Directory.Exists(schemas) ? schemas : null };

        // What a build puts beside the sources is checked in the packed zip; here it need not have been built.
        var errors = SolutionCheck.Run(Path.Combine(Repository.Root, "solution"), options).Where(finding => finding.Severity == Severity.Error && finding.Rule != "file-missing");
        Assert.Empty(errors.Select(finding => finding.ToString()));
    }

    [Fact]
    public void TablesColumnsChoicesAndCustomApis_ChangeOnlyOnPurpose()
    {
        const string approved = "tests/Kam.Solution.Tests/approved-schema.txt";
        var today = Schema();
        var received = Path.Combine(AppContext.BaseDirectory, "approved-schema.received.txt");
        File.WriteAllText(received, today);

        var known = File.Exists(Path.Combine(Repository.Root, approved)) ? Repository.Read(approved).Split('\n') : [];
        var lines = today.Split('\n');
        var changes = known.Except(lines).Select(line => "- " + line).Concat(lines.Except(known).Select(line => "+ " + line)).ToList();
        Assert.True(changes.Count == 0, $"If this is on purpose, copy {Path.GetRelativePath(Repository.Root, received)} over {approved}:\n{string.Join('\n', changes)}");
    }

    [Fact]
    public void NoTwoTables_AreCalledAlikeInCode()
    {
        var schema = SolutionSchema.Read(Path.Combine(Repository.Root, "solution"), Path.Combine(Repository.Root, "plugins", "Kam.Generate", "standard-tables.xml"));
        Assert.Empty(schema.Tables.GroupBy(table => table.Noun, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    private static string Schema()
    {
        var list = new StringBuilder();
        foreach (var file in Repository.Files("solution/Entities", "Entity.xml"))
        {
            var entity = XDocument.Parse(Repository.Read(file)).Root!.Element("EntityInfo")!.Element("entity")!;
            var name = (string)entity.Attribute("Name")!;
            list.Append("table ").Append(name).Append(' ').Append((string?)entity.Element("OwnershipTypeMask")).Append('\n');
            foreach (var column in entity.Descendants("attribute").Where(column => (string?)column.Element("IsCustomField") == "1").OrderBy(column => (string?)column.Attribute("PhysicalName"), StringComparer.Ordinal))
                list.Append("  ").Append(name).Append('.').Append((string?)column.Attribute("PhysicalName")).Append(' ').Append(Shape(column)).Append('\n');
            foreach (var key in entity.Descendants("EntityKey"))
                list.Append("  key ").Append((string?)key.Element("Name")).Append(" (").AppendJoin(", ", key.Descendants("AttributeName").Select(column => column.Value)).Append(")\n");
        }
        foreach (var file in Repository.Files("solution/OptionSets", "*.xml"))
        {
            var choice = XDocument.Parse(Repository.Read(file)).Root!;
            list.Append("choice ").Append((string?)choice.Attribute("Name")).Append('\n');
            foreach (var option in choice.Descendants("option"))
                list.Append("  ").Append((string?)choice.Attribute("Name")).Append(' ').Append((string?)option.Attribute("value")).Append(' ').Append(English(option)).Append('\n');
        }
        foreach (var file in Repository.Files("solution/customapis", "customapi.xml")) Api(list, file);
        return list.ToString();
    }

    private static void Api(StringBuilder list, string file)
    {
        var name = file.Split('/')[2];
        list.Append("api ").Append(name).Append('\n');
        foreach (var parameter in Repository.Files($"solution/customapis/{name}", "customapi*p*.xml").Where(parameter => parameter != file))
        {
            var root = XDocument.Parse(Repository.Read(parameter)).Root!;
            list.Append("  ").Append(name).Append(root.Name.LocalName == "customapirequestparameter" ? " takes " : " returns ").Append((string?)root.Attribute("uniquename"))
                .Append(" type ").Append((string?)root.Element("type")).Append((string?)root.Element("isoptional") == "1" ? " optional" : "").Append('\n');
        }
    }

    private static string Shape(XElement column) => string.Join(' ', new[]
    {
        (string?)column.Element("Type"), (string?)column.Element("OptionSetName"), (string?)column.Element("RequiredLevel") == "required" ? "required" : null,
        (string?)column.Element("IsSecured") == "1" ? "secured" : null,
    }.Where(word => !string.IsNullOrEmpty(word)));

    private static string? English(XElement option) =>
        (string?)option.Element("labels")?.Elements().FirstOrDefault(label => (string?)label.Attribute("languagecode") == "1033")?.Attribute("description");
}
