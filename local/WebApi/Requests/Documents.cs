using System;
using System.Linq;
using System.Text;
using System.Xml;
using Local.WebApi.Model;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Local.WebApi.Requests;

/// <summary>The service document and <c>$metadata</c>.</summary>
internal static class Documents
{
    public static ApiResponse Service(RequestScope scope) => ApiResponse.Of(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", scope.Root + "$metadata");
        writer.WriteStartArray("value");
        foreach (var set in scope.Model.Model.EntityContainer.EntitySets().Select(t => t.Name).Order(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("name", set);
            writer.WriteString("kind", "EntitySet");
            writer.WriteString("url", set);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static ApiResponse Metadata(RequestScope scope)
    {
        var response = new ApiResponse(200) { RawBody = Csdl(scope.Model) };
        return response.With("Content-Type", "application/xml");
    }

    /// <summary>The model as CSDL.</summary>
    public static byte[] Csdl(ServiceModel model)
    {
        using var buffer = new System.IO.MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            if (!CsdlWriter.TryWriteCsdl(model.Model, writer, CsdlTarget.OData, out var errors)) throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }
        return buffer.ToArray();
    }
}
