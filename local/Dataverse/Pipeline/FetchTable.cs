using System.IO;
using System.Xml;

namespace Local.Dataverse.Pipeline;

/// <summary>The table a FetchXML query is about, found without reading the whole query.</summary>
internal static class FetchTable
{
    /// <summary>Name of the first entity element; null when the text is no FetchXML.</summary>
    public static string? Of(string? fetchXml)
    {
        if (string.IsNullOrEmpty(fetchXml)) return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(fetchXml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return reader.ReadToFollowing("entity") ? reader.GetAttribute("name") : null;
        }
        catch (XmlException)
        {
            // The query itself refuses it, with the platform's error.
            return null;
        }
    }
}
