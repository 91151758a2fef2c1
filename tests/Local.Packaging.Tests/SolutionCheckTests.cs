using System;
using System.IO;
using System.Linq;
using Local.Packaging.Check;
using Xunit;

namespace Local.Packaging.Tests;

public sealed class SolutionCheckTests
{
    [Fact]
    public void ACleanFolder_HasNoFindings()
    {
        using var solution = new SmallSolution();
        Assert.Empty(solution.Check());
    }

    [Fact]
    public void ACleanZip_HasNoFindings()
    {
        using var solution = new SmallSolution();
        var zip = Path.Combine(solution.Folder, "small.zip");
        SolutionPacker.Pack(solution.Folder, SolutionMap.None, Flavour.Managed, zip);

        Assert.Equal("schema-skipped", Assert.Single(SolutionCheck.Run(zip, new())).Rule);
    }

    /// <summary>One fault each: file, text, what it becomes, and the rule that must find it on the line where it stands.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        // Forms
        { "sol_Task/FormXml/main/", "datafieldname=\"sol_priority\"", "datafieldname=\"sol_prioriti\"", "form-column" },
        { "sol_Task/FormXml/main/", "<control id=\"sol_priority\" classid=\"{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}\"", "<control id=\"sol_priority\" classid=\"{533B9E00-756B-4312-95A0-DC888637AC78}\"", "form-control" },
        { "sol_Task/FormXml/main/", "libraryName=\"sol_/task.js\"", "libraryName=\"sol_/tusk.js\"", "form-handler" },
        { "sol_Project/FormXml/main/", "<Url>sol_/task.js</Url>", "<Url>sol_/tusk.js</Url>", "form-webresource" },
        { "sol_Project/FormXml/main/", "<RelationshipName>sol_Project_Task<", "<RelationshipName>sol_Project_Tusk<", "form-relationship" },
        { "sol_Project/FormXml/main/", "<ViewId>{aa98261a", "<ViewId>{00000000", "form-view" },
        { "sol_Project/FormXml/main/", "<VisualizationId>{f42f394d", "<VisualizationId>{00000000", "form-chart" },
        { "sol_Project/FormXml/main/", "<TargetEntityType>sol_task<", "<TargetEntityType>sol_tusk<", "form-grid" },
        { "Dashboards/", "<TargetEntityType>sol_task<", "<TargetEntityType>sol_tusk<", "form-grid" },

        // Views and charts
        { "sol_Task/SavedQueries/", "<attribute name=\"sol_name\"", "<attribute name=\"sol_nome\"", "view-column" },
        { "sol_Task/SavedQueries/", "<order attribute=\"sol_name\"", "<order attribute=\"sol_nome\"", "view-column" },
        { "sol_Task/SavedQueries/", "<condition attribute=\"statecode\"", "<condition attribute=\"stetecode\"", "view-column" },
        { "sol_Task/SavedQueries/", "<cell name=\"sol_name\"", "<cell name=\"sol_nome\"", "view-column" },
        { "sol_Task/SavedQueries/", "<cell name=\"project.sol_budget\"", "<cell name=\"projekt.sol_budget\"", "view-link" },
        { "sol_Task/SavedQueries/", "<cell name=\"project.sol_budget\"", "<cell name=\"project.sol_budgit\"", "view-column" },
        { "sol_Task/SavedQueries/", "from=\"sol_projectid\"", "from=\"sol_prajectid\"", "view-link" },
        { "sol_Task/SavedQueries/", "id=\"sol_taskid\"", "id=\"sol_tuskid\"", "view-column" },
        { "sol_Task/Visualizations/", "<attribute alias=\"priority\" name=\"sol_priority\"", "<attribute alias=\"priority\" name=\"sol_prioriti\"", "chart-column" },
        { "sol_Task/Visualizations/", "<measure alias=\"tasks\"", "<measure alias=\"tusks\"", "chart-alias" },

        // Site map and app
        { "AppModuleSiteMap.xml", "Entity=\"sol_task\"", "Entity=\"sol_tusk\"", "sitemap-table" },
        { "AppModuleSiteMap.xml", "DefaultDashboard=\"", "DefaultDashboard=\"0", "sitemap-dashboard" },
        { "AppModuleSiteMap.xml", "$webresource:sol_/task.js", "$webresource:sol_/tusk.js", "webresource-reference" },
        { "AppModuleSiteMap.xml", "SubArea Id=\"overview\" DefaultDashboard", "SubArea Id=\"task\" DefaultDashboard", "duplicate-id" },
        { "AppModule.xml", "type=\"1\" schemaName=\"sol_task\"", "type=\"1\" schemaName=\"sol_tusk\"", "app-component" },
        { "AppModule.xml", "type=\"26\" id=\"{", "type=\"26\" id=\"{0", "app-component" },
        { "AppModule.xml", "<Role id=\"{", "<Role id=\"{0", "app-role" },
        { "AppModule.xml", "953b9fac-1e5e-e611-80d6-00155ded156f", "153b9fac-1e5e-e611-80d6-00155ded156f", "app-icon" },

        // Roles and column security
        { "Roles/Worker.xml", "prvReadsol_Task", "prvReadsol_Tusk", "role-privilege" },
        { "Roles/Worker.xml", "prvReadsol_Task", "prvReadsol_task", "role-privilege" },
        { "Roles/Worker.xml", "prvReadsol_Project\" level=\"Global\"", "prvReadsol_Project\" level=\"Basic\"", "role-privilege" },
        { "Roles/Worker.xml", "prvReadsol_Project", "prvAssignsol_Project", "role-privilege" },
        { "Roles/Worker.xml", "prvReadAccount\" level=\"Basic\"", "prvReadAccount\" level=\"Some\"", "role-level" },
        { "Other/Relationships/Account.xml", "<ReferencedEntityName>Account<", "<ReferencedEntityName>sol_Account<", "relationship-table" },

        // Steps, custom APIs, environment variables
        { "SdkMessageProcessingSteps/", "<PrimaryEntity>sol_task<", "<PrimaryEntity>sol_tusk<", "step-table" },
        { "SdkMessageProcessingSteps/", "<FilteringAttributes>sol_name<", "<FilteringAttributes>sol_nome<", "step-column" },
        { "SdkMessageProcessingSteps/", "<Attributes>sol_projectid<", "<Attributes>sol_prajectid<", "step-column" },
        { "SdkMessageProcessingSteps/", "<PluginTypeId>", "<PluginTypeId>0", "step-type" },
        { "customapi.xml", "<plugintypeid>e1857dda", "<plugintypeid>00000000", "api-type" },
        { "customapi.xml", "<boundentitylogicalname>sol_project<", "<boundentitylogicalname>sol_praject<", "api-table" },
        { "customapiresponseproperty.xml", "uniquename=\"Count\"", "uniquename=\"Number\"", "component-folder" },
        { "environmentvariabledefinition.xml", "schemaname=\"sol_Limit\"", "schemaname=\"sol_Limits\"", "component-folder" },

        // Tables
        { "sol_Task/Entity.xml", "<OptionSetName>sol_priority<", "<OptionSetName>sol_prioriti<", "column-choice" },
        { "sol_Project/Entity.xml", "<AttributeName>sol_name<", "<AttributeName>sol_nome<", "key-column" },
        { "sol_Task/Entity.xml", "<status value=\"2\" state=\"1\"", "<status value=\"2\" state=\"7\"", "column-status" },
        { "OptionSets/sol_priority.xml", "<option value=\"123450001\"", "<option value=\"123450000\" ", "duplicate-option" },

        // Labels, prefixes, ids
        { "OptionSets/sol_priority.xml", "<option value=\"123450001\"", "<option value=\"100000001\"", "option-prefix" },
        { "sol_Task/Entity.xml", "<status value=\"123450000\"", "<status value=\"3\"", "option-prefix" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void OneFault_IsTheOneFindingWithItsFileAndLine(string file, string from, string to, string rule)
    {
        using var solution = new SmallSolution();
        solution.Change(file, from, to);

        var finding = Assert.Single(solution.Check());
        Assert.Equal((rule, solution.Find(file), solution.LineOf(file, to), Severity.Error), (finding.Rule, finding.File, finding.Line, finding.Severity));
    }

    [Theory]
    [InlineData("sol_Task/Entity.xml", "description=\"Priorität\" languagecode=\"1031\"", "description=\"\" languagecode=\"1031\"", "1031")]
    [InlineData("sol_Task/Entity.xml", "description=\"Verspätet\" languagecode=\"1031\"", "description=\"Verspätet\" languagecode=\"1036\"", "1031")]
    [InlineData("sol_Task/SavedQueries/", "description=\"Aktive Aufgaben\" languagecode=\"1031\"", "description=\" \" languagecode=\"1031\"", "1031")]
    [InlineData("sol_Task/Visualizations/", "description=\"Aufgaben nach Priorität\"", "description=\"\"", "1031")]
    [InlineData("sol_Task/FormXml/main/", "description=\"Priority\"", "description=\" \"", "1033")]
    [InlineData("AppModuleSiteMap.xml", "LCID=\"1031\" Title=\"Überblick\"", "LCID=\"1040\" Title=\"Überblick\"", "1031")]
    [InlineData("AppModule.xml", "description=\"Arbeit\"", "description=\"\"", "1031")]
    [InlineData("customapi.xml", "description=\"Aufgaben zählen\"", "description=\"\"", "1031")]
    [InlineData("environmentvariabledefinition.xml", "description=\"Grenze\"", "description=\"\"", "1031")]
    public void ALabelMissingInOneOfTheSolutionsLanguages_IsFoundAtItsList(string file, string from, string to, string language)
    {
        using var solution = new SmallSolution();
        solution.Change(file, from, to);

        var finding = Assert.Single(solution.Check());
        Assert.Equal(("label-missing", solution.Find(file)), (finding.Rule, finding.File));
        Assert.EndsWith($"lacks {language}.", finding.Message, StringComparison.Ordinal);
        Assert.InRange(solution.LineOf(file, to) - finding.Line, 1, 2);
    }

    [Fact]
    public void AnUnsecuredColumnInAProfile_IsFound()
    {
        using var solution = new SmallSolution();
        solution.Change("sol_Project/Entity.xml", "<IsSecured>1<", "<IsSecured>0<");

        Assert.Equal(("security-column", "Other/FieldSecurityProfiles.xml"), Single(solution));
    }

    [Fact]
    public void ARelationshipOfATableThatDoesNotExist_IsFoundAndSoIsTheLookupItLeavesAlone()
    {
        using var solution = new SmallSolution();
        solution.Change("Other/Relationships/sol_Project.xml", "<ReferencingEntityName>sol_Task<", "<ReferencingEntityName>sol_Tusk<");

        Assert.Equal(["lookup-relationship", "relationship-table"], solution.Check().Select(finding => finding.Rule));
    }

    [Fact]
    public void AWebResourceFileWithoutItsId_IsFoundAtItsName()
    {
        using var solution = new SmallSolution();
        var name = Path.GetFileName(solution.Find("WebResources/sol_/task.js"));
        var file = File.ReadAllLines(Path.Combine(solution.Folder, "WebResources/sol_/task.js.data.xml")).Single(line => line.Contains("<FileName>", StringComparison.Ordinal));
        solution.Change("WebResources/sol_/task.js.data.xml", file, $"  <FileName>/WebResources/sol_/{name}</FileName>");

        Assert.Equal(("webresource-file", "WebResources/sol_/task.js.data.xml"), Single(solution));
    }

    [Fact]
    public void ALookupWithoutRelationship_IsFoundAtTheColumn()
    {
        using var solution = new SmallSolution();
        solution.Change("Other/Relationships.xml", "  <EntityRelationship Name=\"sol_Account_Task\" />\n", "").Remove("Other/Relationships/Account.xml");

        Assert.Equal(("lookup-relationship", "Entities/sol_Task/Entity.xml"), Single(solution));
    }

    [Theory]
    [InlineData("<RootComponent type=\"1\" schemaName=\"sol_task\" behavior=\"0\" />", "Entities/sol_Task/Entity.xml")]
    [InlineData("<RootComponent type=\"9\" schemaName=\"sol_priority\" behavior=\"0\" />", "OptionSets/sol_priority.xml")]
    [InlineData("<RootComponent type=\"61\" schemaName=\"sol_/task.js\" behavior=\"0\" />", "WebResources/sol_/task.js.data.xml")]
    [InlineData("<RootComponent type=\"62\" schemaName=\"sol_Work\" behavior=\"0\" />", "AppModuleSiteMaps/sol_Work/AppModuleSiteMap.xml")]
    public void AComponentWithoutRootComponent_IsFoundAtTheComponent(string root, string file)
    {
        using var solution = new SmallSolution();
        solution.Change("Other/Solution.xml", root, "");

        Assert.Equal(("root-component", file), Single(solution));
    }

    [Theory]
    [InlineData("<RootComponent type=\"1\" schemaName=\"sol_gone\" behavior=\"0\" />")]
    [InlineData("<RootComponent type=\"20\" id=\"{00000000-0000-0000-0000-000000000001}\" behavior=\"0\" />")]
    [InlineData("<RootComponent type=\"92\" id=\"{00000000-0000-0000-0000-000000000001}\" behavior=\"0\" />")]
    public void ARootComponentWithoutComponent_IsFoundInTheManifest(string root)
    {
        using var solution = new SmallSolution();
        solution.Change("Other/Solution.xml", "    </RootComponents>", root + "    </RootComponents>");

        var finding = Assert.Single(solution.Check());
        Assert.Equal(("root-component", "Other/Solution.xml", solution.LineOf("Other/Solution.xml", root)), (finding.Rule, finding.File, finding.Line));
    }

    [Fact]
    public void TwoComponentsWithOneId_AreFoundAtTheSecond()
    {
        using var solution = new SmallSolution();
        var id = Path.GetFileNameWithoutExtension(solution.Find("sol_Project/FormXml/main/"));
        var other = Path.GetFileNameWithoutExtension(solution.Find("sol_Task/Visualizations/"));
        solution.Change("sol_Task/Visualizations/", other, id).Change("sol_Project/FormXml/main/", other, id).Change("Dashboards/", other, id).Change("AppModule.xml", other, id);

        var finding = Assert.Single(solution.Check());
        Assert.Equal(("duplicate-id", solution.Find("sol_Task/Visualizations/")), (finding.Rule, finding.File));
    }

    [Theory]
    [InlineData("OptionSets/sol_priority.xml", "optionset Name=\"sol_priority\"", "optionset Name=\"other_priority\"", "schemaName=\"sol_priority\"", "schemaName=\"other_priority\"")]
    [InlineData("WebResources/sol_/task.js.data.xml", "<Name>sol_/task.js<", "<Name>other_/task.js<", "schemaName=\"sol_/task.js\"", "schemaName=\"other_/task.js\"")]
    public void AForeignPrefix_IsFound(string file, string from, string to, string root, string newRoot)
    {
        using var solution = new SmallSolution();
        solution.Change(file, from, to).Change("Other/Solution.xml", root, newRoot);

        Assert.Contains(solution.Check(), finding => finding.Rule == "prefix" && finding.File == file && finding.Line == solution.LineOf(file, to));
    }

    [Fact]
    public void WithTheStandardTablesKnown_AMisspeltStandardColumnIsFoundToo()
    {
        using var solution = new SmallSolution();
        solution.Change("sol_Task/SavedQueries/", "<link-entity name=\"sol_project\" from=\"sol_projectid\" to=\"sol_projectid\"", "<link-entity name=\"account\" from=\"acountid\" to=\"sol_accountid\"")
            .Change("sol_Task/SavedQueries/", "<attribute name=\"sol_budget\" />", "").Change("sol_Task/SavedQueries/", "<cell name=\"project.sol_budget\" width=\"100\" />", "");
        Assert.Empty(solution.Check());

        var known = new System.Collections.Generic.Dictionary<string, System.Collections.Generic.IReadOnlySet<string>> { ["account"] = new System.Collections.Generic.HashSet<string> { "accountid", "name" } };
        var finding = SolutionCheck.Run(solution.Folder, new() { KnownTables = known }).First(finding => finding.Severity == Severity.Error);
        Assert.Equal("view-link", finding.Rule);
    }

    private static (string Rule, string File) Single(SmallSolution solution)
    {
        var finding = Assert.Single(solution.Check());
        Assert.True(finding.Line > 0);
        return (finding.Rule, finding.File);
    }
}
