using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace Kam.Benchmarks.Rows;

/// <summary>A solution that gives an order five priorities: the standard choice has one, and workload W4o groups by five.</summary>
internal static class PrioritySolution
{
    private const string Manifest = """
        <ImportExportXml version="9.2.24034.198" SolutionPackageVersion="9.2" languagecode="1033"><SolutionManifest>
        <UniqueName>Priorities</UniqueName><LocalizedNames><LocalizedName description="Priorities" languagecode="1033" /></LocalizedNames><Descriptions /><Version>1.0.0.0</Version><Managed>0</Managed>
        <Publisher><UniqueName>benchmarks</UniqueName><LocalizedNames><LocalizedName description="Benchmarks" languagecode="1033" /></LocalizedNames><Descriptions />
        <CustomizationPrefix>ben</CustomizationPrefix><CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix></Publisher>
        <RootComponents><RootComponent type="1" schemaName="salesorder" behavior="2" /></RootComponents><MissingDependencies /></SolutionManifest></ImportExportXml>
        """;

    /// <summary>The zip.</summary>
    public static Stream Zip()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\" />");
            Write(zip, "solution.xml", Manifest);
            Write(zip, "customizations.xml", Customizations());
        }
        stream.Position = 0;
        return stream;
    }

    private static string Customizations()
    {
        var options = string.Concat(Enumerable.Range(1, 5).Select(value => $"<option value=\"{value}\"><labels><label description=\"Priority {value}\" languagecode=\"1033\" /></labels></option>"));
        return $"""
            <ImportExportXml><Entities><Entity><Name LocalizedName="Order">SalesOrder</Name><EntityInfo><entity Name="SalesOrder" unmodified="1"><attributes>
            <attribute PhysicalName="PriorityCode"><Type>picklist</Type><Name>prioritycode</Name><LogicalName>prioritycode</LogicalName><RequiredLevel>none</RequiredLevel>
            <DisplayMask>ValidForAdvancedFind|ValidForForm|ValidForGrid</DisplayMask><ValidForUpdateApi>1</ValidForUpdateApi><ValidForReadApi>1</ValidForReadApi><ValidForCreateApi>1</ValidForCreateApi><IsCustomField>0</IsCustomField>
            <AppDefaultValue>1</AppDefaultValue><optionset Name="salesorder_prioritycode"><OptionSetType>picklist</OptionSetType><IsGlobal>0</IsGlobal><options>{options}</options></optionset>
            <displaynames><displayname description="Priority" languagecode="1033" /></displaynames></attribute>
            </attributes></entity></EntityInfo></Entity></Entities><Languages><Language>1033</Language></Languages></ImportExportXml>
            """;
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
