using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Import;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Import;

public sealed class SolutionImportTests
{
    private readonly RowsInMemory rows = new();

    [Fact]
    public void AnOwnTable_ArrivesWithItsColumnsKeysAndLabelsInEveryLanguage()
    {
        var result = Import(new TestSolution());
        var machine = rows.Schema.Tables["tst_machine"];
        Assert.Equal(["tst_machine"], result.AddedTables);
        Assert.Equal(("tst_machineid", "tst_name", "tst_machines", Ownership.User), (machine.PrimaryId, machine.PrimaryName!, machine.EntitySetName, machine.Ownership));
        Assert.Equal("Maschine", machine.DisplayName.In(1031));
        Assert.Equal("tst_Hours DE", machine.Columns["tst_hours"].DisplayName.In(1031));
        Assert.Equal((0m, 100000m, 2), (machine.Columns["tst_hours"].MinValue, machine.Columns["tst_hours"].MaxValue, machine.Columns["tst_hours"].Precision));
        Assert.Equal(120, machine.Columns["tst_name"].MaxLength);
        Assert.Equal("tst_price", machine.Columns["tst_price_base"].BaseOf);
        Assert.Equal(DateBehavior.DateOnly, machine.Columns["tst_builton"].DateBehavior);
        Assert.Equal(["tst_serialnumber"], Assert.Single(machine.Keys).Columns);
        Assert.Equal(123450001, machine.Columns["tst_risk"].DefaultValue);
        Assert.Equal("Hoch", machine.Columns["tst_risk"].OptionSet!.Find(123450000)!.Label.In(1031));
        Assert.True(machine.ObjectTypeCode > 10000);
    }

    [Fact]
    public void Relationships_SayWhereLookupsPoint()
    {
        Import(new TestSolution());
        var machine = rows.Schema.Tables["tst_machine"];
        Assert.Equal(["account"], machine.Columns["tst_customerid"].Targets);
        Assert.Equal(["systemuser", "team"], machine.Columns["ownerid"].Targets);
        Assert.Equal(["systemuser"], machine.Columns["createdonbehalfby"].Targets);
        Assert.Equal(Cascade.Cascade, rows.Schema.LookupsOf("tst_machine").Single(r => r.ReferencingColumn == "tst_customerid").Delete);
        var set = rows.Schema.ManyToMany.Single(r => r.SchemaName == "tst_machine_contact");
        Assert.Equal(("tst_machineid", "contactid"), (set.Column1, set.Column2));
        Assert.True(rows.Schema.Tables["tst_machine_contact"].IsIntersect);
    }

    [Theory]
    [InlineData("HasRelatedActivities", "task", "regardingobjectid", "tst_Machine_Tasks")]
    [InlineData("HasRelatedActivities", "activitypointer", "regardingobjectid", "tst_Machine_ActivityPointers")]
    [InlineData("HasRelatedNotes", "annotation", "objectid", "tst_Machine_Annotations")]
    public void WhatATableMayCarry_GetsItsRelationship_WithoutOneInThePackage(string flag, string table, string column, string relationship)
    {
        Import(new TestSolution());
        Assert.DoesNotContain("tst_machine", rows.Schema.Tables[table].Columns[column].Targets);

        Import(new TestSolution { Version = "1.0.0.1", Change = text => text.Replace("<OwnershipTypeMask>UserOwned</OwnershipTypeMask>", $"<OwnershipTypeMask>UserOwned</OwnershipTypeMask><{flag}>True</{flag}>", StringComparison.Ordinal) });

        Assert.Contains("tst_machine", rows.Schema.Tables[table].Columns[column].Targets);
        Assert.Equal(relationship, rows.Schema.LookupsOf(table).Single(r => r.ReferencedTable == "tst_machine" && r.ReferencingColumn == column).SchemaName);
    }

    [Fact]
    public void AColumnAddedToAStandardTable_LeavesTheOthersAsTheyWere()
    {
        var before = rows.Schema.Tables["account"].Columns.Count;
        var result = Import(new TestSolution());
        Assert.Equal(["account.tst_machinecount"], result.AddedColumns);
        Assert.Equal(before + 1, rows.Schema.Tables["account"].Columns.Count);
        Assert.Equal("name", rows.Schema.Tables["account"].PrimaryName);
    }

    [Fact]
    public void APolymorphicLookup_PointsToEachTableARelationshipNames()
    {
        Import(new TestSolution
        {
            MoreColumns = TestSolution.Column("tst_PlaceId", "lookup", "<LookupStyle>polymorphic</LookupStyle><LookupTypes />"),
            MoreRelationships = TestSolution.OneToMany("tst_place_account", "Account", "tst_Machine", "tst_PlaceId", "RemoveLink")
                + TestSolution.OneToMany("tst_place_contact", "Contact", "tst_Machine", "tst_PlaceId", "RemoveLink"),
        });
        Assert.Equal(["account", "contact"], rows.Schema.Tables["tst_machine"].Columns["tst_placeid"].Targets.Order());
    }

    [Fact]
    public void TheAssembly_IsKeptByteForByteWithItsStepAndImageUnderTheIdsOfTheZip()
    {
        Import(new TestSolution());
        Assert.Equal(TestSolution.AssemblyBytes, Convert.FromBase64String((string)rows.Find("pluginassembly", TestSolution.AssemblyId)!["content"]));
        var step = rows.Find("sdkmessageprocessingstep", TestSolution.StepId)!;
        Assert.Equal("Update", rows.Find("sdkmessage", step.GetAttributeValue<EntityReference>("sdkmessageid").Id.ToString())!["name"]);
        Assert.Equal("tst_machine", rows.Find("sdkmessagefilter", step.GetAttributeValue<EntityReference>("sdkmessagefilterid").Id.ToString())!["primaryobjecttypecode"]);
        Assert.Equal((20, 0, 7), (step.GetAttributeValue<OptionSetValue>("stage").Value, step.GetAttributeValue<OptionSetValue>("mode").Value, step.GetAttributeValue<int>("rank")));
        Assert.Equal("tst_customerid,tst_hours", step["filteringattributes"]);
        Assert.Equal("before", rows.Find("sdkmessageprocessingstepimage", TestSolution.ImageId)!["entityalias"]);
    }

    [Fact]
    public void ACustomApi_BringsItsMessageParametersAndProperties()
    {
        Import(new TestSolution());
        var api = Assert.Single(rows.All("customapi"));
        Assert.Equal(Guid.Parse(TestSolution.TypeId), api.GetAttributeValue<EntityReference>("plugintypeid").Id);
        Assert.Equal("tst_PlanVisit", rows.Find("sdkmessage", api.GetAttributeValue<EntityReference>("sdkmessageid").Id.ToString())!["name"]);
        Assert.Equal("Plan a visit", api["displayname"]);
        var parameter = Assert.Single(rows.All("customapirequestparameter"));
        Assert.Equal((7, true), (parameter.GetAttributeValue<OptionSetValue>("type").Value, parameter.GetAttributeValue<bool>("isoptional")));
        Assert.Equal(12, Assert.Single(rows.All("customapiresponseproperty")).GetAttributeValue<OptionSetValue>("type").Value);
    }

    [Fact]
    public void FormsViewsWebResourcesRolesAndVariables_AreKeptAsRows()
    {
        Import(new TestSolution());
        Assert.Equal("<form><tabs /></form>", rows.Find("systemform", TestSolution.FormId)!["formxml"]);
        Assert.StartsWith("<fetch ", (string)rows.Find("savedquery", TestSolution.ViewId)!["fetchxml"]);
        Assert.Equal("ZXhwb3J0IHt9Ow==", rows.Find("webresource", TestSolution.WebResourceId)!["content"]);
        var privileges = rows.All("roleprivileges").ToDictionary(r => rows.Find("privilege", r["privilegeid"].ToString()!)!["name"], r => (int)r["privilegedepthmask"]);
        Assert.Equal(new Dictionary<object, int> { ["prvReadtst_Machine"] = 8, ["prvAppendTotst_Machine"] = 1 }, privileges);
        Assert.Equal("30", Assert.Single(rows.All("environmentvariabledefinition"))["defaultvalue"]);
        Assert.Equal("14", Assert.Single(rows.All("environmentvariablevalue"))["value"]);
    }

    [Fact]
    public void TheSolutionAndItsPublisher_AreKnownAfterwards()
    {
        Import(new TestSolution());
        var solution = Assert.Single(rows.All("solution"));
        Assert.Equal(("TstService", "1.0.0.0", true), (solution["uniquename"], solution["version"], solution["ismanaged"]));
        var publisher = Assert.Single(rows.All("publisher"));
        Assert.Equal(("tst", 12345), (publisher["customizationprefix"], publisher["customizationoptionvalueprefix"]));
    }

    [Fact]
    public void ANewVersion_ChangesAndAddsAndKeepsWhatPeopleEntered()
    {
        Import(new TestSolution());
        Assert.Single(rows.All("environmentvariablevalue"))["value"] = "21";
        var result = Import(new TestSolution { Version = "1.1.0.0", MoreColumns = TestSolution.Column("tst_Note", "ntext", "<MaxLength>2000</MaxLength>") });
        Assert.Equal(new Version(1, 0, 0, 0), result.PreviousVersion);
        Assert.Equal(["tst_machine.tst_note"], result.AddedColumns);
        Assert.Empty(result.Vanished);
        Assert.Empty(result.RemovedComponents);
        Assert.Equal("21", Assert.Single(rows.All("environmentvariablevalue"))["value"]);
    }

    [Fact]
    public void AManagedUpgradeWithoutAStep_RemovesTheStepAndItsImage()
    {
        Import(new TestSolution());
        var result = Import(new TestSolution { Version = "1.1.0.0", WithStep = false });
        Assert.Null(rows.Find("sdkmessageprocessingstep", TestSolution.StepId));
        Assert.Null(rows.Find("sdkmessageprocessingstepimage", TestSolution.ImageId));
        Assert.Equal(2, result.RemovedComponents.Count);
        Assert.NotNull(rows.Find("plugintype", TestSolution.TypeId));
    }

    [Fact]
    public void AnUnmanagedUpgradeWithoutAStep_KeepsTheStep()
    {
        Import(new TestSolution { Managed = "0" });
        Import(new TestSolution { Managed = "0", Version = "1.1.0.0", WithStep = false });
        Assert.NotNull(rows.Find("sdkmessageprocessingstep", TestSolution.StepId));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void AColumnTheNewVersionNoLongerHas_IsReported_AndGoesOnlyWhenAskedTo(bool delete, bool stays)
    {
        Import(new TestSolution());
        var result = Import(new TestSolution { Version = "1.1.0.0", WithSerialNumber = false }, new SolutionImportOptions { DeleteVanished = delete });
        Assert.Equal(["tst_machine.tst_serialnumber"], result.Vanished);
        Assert.Equal(stays, rows.Schema.Tables["tst_machine"].Columns.ContainsKey("tst_serialnumber"));
    }

    [Fact]
    public void TheSchemaOfAnOrganisation_SurvivesBeingWrittenAndRead()
    {
        Import(new TestSolution());
        var text = SchemaDocument.Write(rows.Schema);
        var read = SchemaDocument.Read(text);
        Assert.Equal(text, SchemaDocument.Write(read));
        Assert.Equal(rows.Schema.Tables.Keys.Order(), read.Tables.Keys.Order());
        Assert.Equal("Hoch", read.Tables["tst_machine"].Columns["tst_risk"].OptionSet!.Find(123450000)!.Label.In(1031));
        Assert.Equal(["account"], read.Tables["tst_machine"].Columns["tst_customerid"].Targets);
        Assert.Same(rows.Schema.Tables["contact"], read.Tables["contact"]);
    }

    private SolutionImportResult Import(TestSolution solution, SolutionImportOptions? options = null) =>
        new SolutionImporter(rows.Schema, rows, schema => rows.Schema = schema, options).Import(SolutionPackage.Read(solution.Zip()));
}
