using System;
using System.IO;
using System.Linq;
using Local.Packaging.Check;
using Xunit;

namespace Local.Packaging.Tests;

public sealed class SchemaCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("schemas").FullName;

    [Fact]
    public void WithoutSchemas_TheCheckSaysThatItSkippedThem()
    {
        using var solution = new SmallSolution();

        Assert.Equal((Severity.Note, "schema-skipped"), SolutionCheck.Run(solution.Folder, new() { SchemaFolder = folder }).Select(finding => (finding.Severity, finding.Rule)).Single());
    }

    [Theory]
    [InlineData("<Role id=\"{", "<Role name2=\"Worker\" id=\"{", null)]
    [InlineData("  <IsCustomizable>1</IsCustomizable>", "  <Novelty /><IsCustomizable>1</IsCustomizable>", null)]
    [InlineData("  <IsCustomizable>1</IsCustomizable>", "  <IsCustomizable>maybe</IsCustomizable>", "IsCustomizable")]
    [InlineData("  <IsCustomizable>1</IsCustomizable>\n", "", "RolePrivileges")]
    [InlineData("level=\"Basic\"", "levels=\"Basic\"", "levels")]
    public void WhatTheSchemaDoesNotKnow_IsLeftOutAndTheRestMustFit(string from, string to, string? place)
    {
        File.WriteAllText(Path.Combine(folder, "CustomizationsSolution.xsd"), """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:include schemaLocation="Roles.xsd" />
              <xs:element name="ImportExportXml">
                <xs:complexType><xs:sequence><xs:element name="Roles"><xs:complexType><xs:sequence><xs:element name="Role" type="RoleType" maxOccurs="unbounded" /></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
              </xs:element>
            </xs:schema>
            """);
        // Microsoft's files include each other in other capitals than they are named with.
        File.WriteAllText(Path.Combine(folder, "roles.xsd"), """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:complexType name="RoleType">
                <xs:sequence>
                  <xs:element name="IsCustomizable" type="xs:integer" />
                  <xs:element name="RolePrivileges"><xs:complexType><xs:sequence><xs:element name="RolePrivilege" maxOccurs="unbounded"><xs:complexType>
                    <xs:attribute name="name" use="required" /><xs:attribute name="level" use="required" />
                  </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
                </xs:sequence>
                <xs:attribute name="id" use="required" /><xs:attribute name="name" />
              </xs:complexType>
            </xs:schema>
            """);
        using var solution = new SmallSolution();
        solution.Change("Roles/Worker.xml", from, to);

        var findings = SolutionCheck.Run(solution.Folder, new() { SchemaFolder = folder }).Where(finding => finding.Rule == "schema").ToList();
        if (place is null) Assert.Empty(findings);
        else Assert.Contains(findings, finding => finding.File == "Roles/Worker.xml" && finding.Line == solution.LineOf("Roles/Worker.xml", place));
    }

    [Fact]
    public void MicrosoftsSchemas_AcceptTheSmallSolutionAndRefuseAWrongOrder()
    {
        var schemas = Path.Combine(Shared(), "reference", "xsd");
        Assert.SkipUnless(Directory.Exists(schemas), "Microsoft's schemas are not in the repository: the folder ../shared/reference/xsd is absent.");
        using var solution = new SmallSolution();
        Assert.Empty(SolutionCheck.Run(solution.Folder, new() { SchemaFolder = schemas }));

        solution.Change("Roles/Worker.xml", "  <IsCustomizable>1</IsCustomizable>\n", "").Change("Roles/Worker.xml", "</RolePrivileges>", "</RolePrivileges>\n  <IsCustomizable>1</IsCustomizable>");
        var finding = Assert.Single(SolutionCheck.Run(solution.Folder, new() { SchemaFolder = schemas }));
        Assert.Equal(("schema", "Roles/Worker.xml"), (finding.Rule, finding.File));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Shared()
    {
        if (Environment.GetEnvironmentVariable("KAM_SHARED") is { Length: > 0 } given) return given;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "KamDataverse.sln"))) root = root.Parent;
        return Path.Combine(root?.Parent?.FullName ?? "", "shared");
    }
}
