using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace Local.Dataverse.Tests.Import;

/// <summary>A small made-up solution (prefix tst): machines at customers, their service visits, and a plug-in.</summary>
internal sealed record TestSolution
{
    public const string AssemblyId = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1a01";
    public const string TypeId = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1a02";
    public const string StepId = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1a03";
    public const string ImageId = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1a04";
    public const string RoleId = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1a05";
    public const string FormId = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1a06";
    public const string ViewId = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1a07";
    public const string WebResourceId = "5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f1a08";
    public const string PluginType = "Local.Dataverse.Tests.Plugins.Refuse";
    private static readonly string assemblyFile = Path.Combine(AppContext.BaseDirectory, "Local.Dataverse.Tests.Plugins.dll");
    public static readonly byte[] AssemblyBytes = File.ReadAllBytes(assemblyFile);
    private static readonly string assemblyName = System.Reflection.AssemblyName.GetAssemblyName(assemblyFile).FullName;

    public string Version { get; init; } = "1.0.0.0";
    public string Managed { get; init; } = "1";
    public string Publisher { get; init; } = "tstpublisher";
    /// <summary>More children of attributes of tst_Machine.</summary>
    public string MoreColumns { get; init; } = "";
    /// <summary>More children of attributes of Account.</summary>
    public string MoreAccountColumns { get; init; } = "";
    public string MoreRelationships { get; init; } = "";
    /// <summary>More files of the zip, by path.</summary>
    public IReadOnlyDictionary<string, string> MoreFiles { get; init; } = new Dictionary<string, string>();
    public string MoreOptions { get; init; } = "";
    public string MissingDependencies { get; init; } = "";
    public bool WithStep { get; init; } = true;
    public bool WithSerialNumber { get; init; } = true;
    /// <summary>Changes customizations.xml as text, last of all.</summary>
    public Func<string, string> Change { get; init; } = text => text;

    public Dictionary<string, byte[]> Files()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["[Content_Types].xml"] = Utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\" />"),
            ["solution.xml"] = Utf8(Manifest()),
            ["customizations.xml"] = Utf8(Change(Customizations())),
            ["PluginAssemblies/TstPlugins.dll"] = AssemblyBytes,
            ["WebResources/tst_machinejs"] = Utf8("export {};"),
            ["customapis/tst_PlanVisit/customapi.xml"] = Utf8($"""
                <customapi uniquename="tst_PlanVisit"><allowedcustomprocessingsteptype>0</allowedcustomprocessingsteptype><bindingtype>1</bindingtype>
                <boundentitylogicalname>tst_machine</boundentitylogicalname><displayname default="Plan"><label description="Plan a visit" languagecode="1033" /></displayname>
                <description default="Plans"><label description="Plans a visit" languagecode="1033" /></description><isfunction>0</isfunction><isprivate>0</isprivate>
                <name>Plan visit</name><plugintypeid><plugintypeid>{TypeId}</plugintypeid></plugintypeid></customapi>
                """),
            ["customapis/tst_PlanVisit/customapirequestparameters/Days/customapirequestparameter.xml"] = Utf8(
                "<customapirequestparameter uniquename=\"Days\"><isoptional>1</isoptional><name>Days</name><type>7</type></customapirequestparameter>"),
            ["customapis/tst_PlanVisit/customapiresponseproperties/VisitId/customapiresponseproperty.xml"] = Utf8(
                "<customapiresponseproperty uniquename=\"VisitId\"><name>VisitId</name><type>12</type></customapiresponseproperty>"),
            ["environmentvariabledefinitions/tst_Days/environmentvariabledefinition.xml"] = Utf8(
                "<environmentvariabledefinition schemaname=\"tst_Days\"><defaultvalue>30</defaultvalue><displayname default=\"Days\" /><type>100000001</type></environmentvariabledefinition>"),
            ["environmentvariabledefinitions/tst_Days/environmentvariablevalues.json"] = Utf8(
                """{"environmentvariablevalues":{"environmentvariablevalue":{"value":"14"}}}"""),
        };
        foreach (var (path, text) in MoreFiles) files[path] = Utf8(text);
        return files;
    }

    public MemoryStream Zip() => Zip(Files().Select(f => (f.Key, f.Value)));

    public static MemoryStream Zip(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }
        stream.Position = 0;
        return stream;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>An ordinary column.</summary>
    public static string Column(string schemaName, string type, string own = "", string mask = "ValidForAdvancedFind|ValidForForm|ValidForGrid", string level = "none", string custom = "1") => $"""
        <attribute PhysicalName="{schemaName}"><Type>{type}</Type><Name>{schemaName.ToLowerInvariant()}</Name><LogicalName>{schemaName.ToLowerInvariant()}</LogicalName>
        <RequiredLevel>{level}</RequiredLevel><DisplayMask>{mask}</DisplayMask><ValidForUpdateApi>1</ValidForUpdateApi><ValidForReadApi>1</ValidForReadApi>
        <ValidForCreateApi>1</ValidForCreateApi><IsCustomField>{custom}</IsCustomField>{own}
        <displaynames><displayname description="{schemaName} EN" languagecode="1033" /><displayname description="{schemaName} DE" languagecode="1031" /></displaynames></attribute>
        """;

    private string Manifest() => $"""
        <ImportExportXml version="9.2.24034.198" SolutionPackageVersion="9.2" languagecode="1033"><SolutionManifest>
        <UniqueName>TstService</UniqueName><LocalizedNames><LocalizedName description="Service" languagecode="1033" /></LocalizedNames><Descriptions />
        <Version>{Version}</Version><Managed>{Managed}</Managed>
        <Publisher><UniqueName>{Publisher}</UniqueName><LocalizedNames><LocalizedName description="Test" languagecode="1033" /></LocalizedNames><Descriptions />
        <CustomizationPrefix>tst</CustomizationPrefix><CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix></Publisher>
        <RootComponents><RootComponent type="1" schemaName="tst_machine" behavior="0" /><RootComponent type="1" schemaName="account" behavior="2" />
        <RootComponent type="9" schemaName="tst_risk" /><RootComponent type="20" id="{Braced(RoleId)}" /><RootComponent type="61" schemaName="tst_/machine.js" />
        <RootComponent type="91" id="{Braced(AssemblyId)}" schemaName="TstPlugins" /><RootComponent type="92" id="{Braced(StepId)}" /></RootComponents>
        <MissingDependencies>{MissingDependencies}</MissingDependencies></SolutionManifest></ImportExportXml>
        """;

    private string Customizations() => $"""
        <ImportExportXml><Entities>
        <Entity><Name LocalizedName="Machine">tst_Machine</Name><EntityInfo><entity Name="tst_Machine">
        <LocalizedNames><LocalizedName description="Machine" languagecode="1033" /><LocalizedName description="Maschine" languagecode="1031" /></LocalizedNames>
        <LocalizedCollectionNames><LocalizedCollectionName description="Machines" languagecode="1033" /></LocalizedCollectionNames>
        <attributes>
        {Column("tst_MachineId", "primarykey", mask: "ValidForAdvancedFind|RequiredForGrid", level: "systemrequired", custom: "0")}
        {Column("tst_Name", "nvarchar", "<Format>text</Format><MaxLength>120</MaxLength><Length>240</Length>", mask: "PrimaryName|ValidForAdvancedFind|ValidForForm|ValidForGrid|RequiredForForm", level: "required")}
        {(WithSerialNumber ? Column("tst_SerialNumber", "nvarchar", "<Format>text</Format><MaxLength>40</MaxLength>") : "")}
        {Column("tst_Hours", "decimal", "<MinValue>0</MinValue><MaxValue>100000</MaxValue><Accuracy>2</Accuracy>")}
        {Column("tst_Price", "money", "<MinValue>0</MinValue><MaxValue>1000000</MaxValue><Accuracy>2</Accuracy><AccuracySource>2</AccuracySource>")}
        {Column("tst_price_Base", "money", "<MinValue>0</MinValue><MaxValue>1000000</MaxValue><Accuracy>4</Accuracy><AccuracySource>2</AccuracySource><CalculationOf>tst_price</CalculationOf>")}
        {Column("TransactionCurrencyId", "lookup", custom: "0")}{Column("ExchangeRate", "decimal", "<MinValue>0.000000000001</MinValue><MaxValue>100000000000</MaxValue><Accuracy>12</Accuracy>", custom: "0")}
        {Column("tst_BuiltOn", "datetime", "<Format>date</Format><Behavior>2</Behavior>")}
        {Column("tst_Risk", "picklist", "<AppDefaultValue>123450001</AppDefaultValue><OptionSetName>tst_risk</OptionSetName>")}
        {Column("tst_CustomerId", "lookup", "<LookupStyle>single</LookupStyle><LookupTypes />")}
        {Column("OwnerId", "owner", level: "systemrequired", custom: "0")}{Column("CreatedBy", "lookup", custom: "0")}{Column("CreatedOnBehalfBy", "lookup", custom: "0")}
        {Column("statecode", "state", "<optionset><states><state value=\"0\" defaultstatus=\"1\" invariantname=\"Active\"><labels><label description=\"Active\" languagecode=\"1033\" /></labels></state><state value=\"1\" defaultstatus=\"2\" invariantname=\"Inactive\"><labels><label description=\"Inactive\" languagecode=\"1033\" /></labels></state></states></optionset>", custom: "0")}
        {Column("statuscode", "status", "<optionset><statuses><status value=\"1\" state=\"0\"><labels><label description=\"Active\" languagecode=\"1033\" /></labels></status><status value=\"2\" state=\"1\"><labels><label description=\"Inactive\" languagecode=\"1033\" /></labels></status></statuses></optionset>", custom: "0")}
        {MoreColumns}
        </attributes><EntitySetName>tst_machines</EntitySetName><OwnershipTypeMask>UserOwned</OwnershipTypeMask>
        {(WithSerialNumber ? "<EntityKeys><EntityKey><Name>tst_SerialKey</Name><LogicalName>tst_serialkey</LogicalName><EntityKeyAttributes><AttributeName>tst_serialnumber</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys>" : "")}
        </entity></EntityInfo>
        <FormXml><forms type="main"><systemform><formid>{Braced(FormId)}</formid><FormPresentation>1</FormPresentation><FormActivationState>1</FormActivationState><form><tabs /></form>
        <LocalizedNames><LocalizedName description="Information" languagecode="1033" /></LocalizedNames></systemform></forms></FormXml>
        <SavedQueries><savedqueries><savedquery><savedqueryid>{Braced(ViewId)}</savedqueryid><isdefault>1</isdefault><querytype>0</querytype>
        <layoutxml><grid name="resultset"><row name="result" id="tst_machineid"><cell name="tst_name" width="300" /></row></grid></layoutxml>
        <fetchxml><fetch version="1.0" mapping="logical"><entity name="tst_machine"><attribute name="tst_name" /></entity></fetch></fetchxml>
        <LocalizedNames><LocalizedName description="Active Machines" languagecode="1033" /></LocalizedNames></savedquery></savedqueries></SavedQueries></Entity>
        <Entity><Name>Account</Name><EntityInfo><entity Name="Account" unmodified="1"><attributes>
        {Column("tst_MachineCount", "int", "<Format>none</Format><MinValue>0</MinValue><MaxValue>1000</MaxValue>")}
        {MoreAccountColumns}
        </attributes></entity></EntityInfo></Entity></Entities>
        <Roles><Role id="{Braced(RoleId)}" name="Tst Technician"><RolePrivileges><RolePrivilege name="prvReadtst_Machine" level="Global" /><RolePrivilege name="prvAppendTotst_Machine" level="Basic" /></RolePrivileges></Role></Roles>
        <EntityRelationships>
        {OneToMany("tst_account_machine", "Account", "tst_Machine", "tst_CustomerId", "Cascade")}
        {OneToMany("lk_tst_machine_createdby", "SystemUser", "tst_Machine", "CreatedBy", "NoCascade")}
        {OneToMany("owner_tst_machine", "Owner", "tst_Machine", "OwnerId", "NoCascade")}
        {OneToMany("TransactionCurrency_tst_Machine", "TransactionCurrency", "tst_Machine", "TransactionCurrencyId", "Restrict")}
        <EntityRelationship Name="tst_machine_contact"><EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>tst_Machine</FirstEntityName><SecondEntityName>Contact</SecondEntityName><IntersectEntityName>tst_machine_contact</IntersectEntityName></EntityRelationship>
        {MoreRelationships}
        </EntityRelationships>
        <optionsets><optionset Name="tst_risk" localizedName="Risk"><OptionSetType>picklist</OptionSetType><IsGlobal>1</IsGlobal>
        <displaynames><displayname description="Risk" languagecode="1033" /><displayname description="Risiko" languagecode="1031" /></displaynames>
        <options><option value="123450000"><labels><label description="High" languagecode="1033" /><label description="Hoch" languagecode="1031" /></labels></option>
        <option value="123450001"><labels><label description="Low" languagecode="1033" /></labels></option>{MoreOptions}</options></optionset></optionsets>
        <WebResources><WebResource><WebResourceId>{Braced(WebResourceId)}</WebResourceId><Name>tst_/machine.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/tst_machinejs</FileName></WebResource></WebResources>
        <SolutionPluginAssemblies><PluginAssembly FullName="{assemblyName}" PluginAssemblyId="{AssemblyId}"><IsolationMode>2</IsolationMode>
        <FileName>/PluginAssemblies/TstPlugins.dll</FileName><PluginTypes><PluginType Name="{PluginType}" PluginTypeId="{TypeId}" AssemblyQualifiedName="{PluginType}, {assemblyName}"><FriendlyName>Count</FriendlyName></PluginType></PluginTypes></PluginAssembly></SolutionPluginAssemblies>
        <SdkMessageProcessingSteps>{(WithStep ? Step() : "")}</SdkMessageProcessingSteps>
        <Languages><Language>1033</Language></Languages></ImportExportXml>
        """;

    private static string Step() => $"""
        <SdkMessageProcessingStep Name="{PluginType}: Update of tst_machine" SdkMessageProcessingStepId="{Braced(StepId)}">
        <SdkMessageId>20bebb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId><PluginTypeName>{PluginType}, {assemblyName}</PluginTypeName><PluginTypeId>{TypeId}</PluginTypeId>
        <PrimaryEntity>tst_machine</PrimaryEntity><AsyncAutoDelete>0</AsyncAutoDelete><FilteringAttributes>tst_customerid,tst_hours</FilteringAttributes><InvocationSource>0</InvocationSource>
        <Mode>0</Mode><Rank>7</Rank><Stage>20</Stage><SupportedDeployment>0</SupportedDeployment><SdkMessageProcessingStepImages>
        <SdkMessageProcessingStepImage Name="before"><SdkMessageProcessingStepImageId>{Braced(ImageId)}</SdkMessageProcessingStepImageId><Attributes>tst_hours</Attributes><EntityAlias>before</EntityAlias><ImageType>0</ImageType><MessagePropertyName>Target</MessagePropertyName></SdkMessageProcessingStepImage>
        </SdkMessageProcessingStepImages></SdkMessageProcessingStep>
        """;

    public static string OneToMany(string name, string one, string many, string column, string delete) => $"""
        <EntityRelationship Name="{name}"><EntityRelationshipType>OneToMany</EntityRelationshipType><ReferencingEntityName>{many}</ReferencingEntityName><ReferencedEntityName>{one}</ReferencedEntityName>
        <CascadeAssign>NoCascade</CascadeAssign><CascadeDelete>{delete}</CascadeDelete><ReferencingAttributeName>{column}</ReferencingAttributeName></EntityRelationship>
        """;

    private static string Braced(string id) => "{" + id + "}";
}
