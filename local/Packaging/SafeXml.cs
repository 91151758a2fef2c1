using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Local.Packaging;

/// <summary>Reads XML nobody vouches for, and writes XML that is the same every time.</summary>
internal static class SafeXml
{
    /// <summary>Far above any genuine customizations.xml; stops a document that unfolds without end.</summary>
    private const long LargestDocument = 512L * 1024 * 1024;

    private const int DeepestNesting = 256;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestDocument,
        CheckCharacters = true,
        CloseInput = false,
    };

    /// <summary>Parses a document, keeping line numbers and the file's name.</summary>
    /// <exception cref="XmlException">Not well-formed, with a DTD, too large or nested too deeply.</exception>
    public static XDocument Read(byte[] content, string file)
    {
        GuardDepth(content);
        using var reader = XmlReader.Create(new MemoryStream(content, writable: false), Reading);
        var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        document.Root!.AddAnnotation(new SourceFile(file));
        return document;
    }

    /// <summary>As UTF-8 without byte order mark, indented, with line feeds: independent of machine and culture.</summary>
    public static byte[] Write(XDocument document)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings)) document.Save(writer);
        return stream.ToArray();
    }

    // A tree a million levels deep would end the process by stack overflow, which nobody can catch.
    private static void GuardDepth(byte[] content)
    {
        using var reader = XmlReader.Create(new MemoryStream(content, writable: false), Reading);
        while (reader.Read())
        {
            if (reader.Depth <= DeepestNesting) continue;
            var at = (IXmlLineInfo)reader;
            throw new XmlException($"Nested deeper than {DeepestNesting} levels.", null, at.LineNumber, at.LinePosition);
        }
    }
}
