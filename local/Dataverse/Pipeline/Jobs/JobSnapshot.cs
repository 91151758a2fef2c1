using System;
using System.IO;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline.Jobs;

/// <summary>The context of an asynchronous step as it was when the step was queued, images included; or a request to be carried out later.</summary>
[DataContract(Namespace = "")]
internal sealed class JobSnapshot
{
    private static readonly DataContractSerializer Serializer = new(typeof(JobSnapshot));

    [DataMember] public string MessageName { get; set; } = string.Empty;
    [DataMember] public string? Table { get; set; }
    [DataMember] public Guid RowId { get; set; }
    [DataMember] public Guid UserId { get; set; }
    [DataMember] public int Depth { get; set; }
    [DataMember] public int Stage { get; set; }
    [DataMember] public Guid? RequestId { get; set; }
    [DataMember] public ParameterCollection Input { get; set; } = [];
    [DataMember] public ParameterCollection Output { get; set; } = [];
    [DataMember] public ParameterCollection SharedVariables { get; set; } = [];
    [DataMember] public EntityImageCollection? PreImages { get; set; }
    [DataMember] public EntityImageCollection? PostImages { get; set; }
    [DataMember] public EntityImageCollection[]? PreImagesOfRows { get; set; }
    [DataMember] public EntityImageCollection[]? PostImagesOfRows { get; set; }
    [DataMember] public JobSnapshot? Parent { get; set; }

    /// <summary>What one step sees now.</summary>
    public static JobSnapshot Of(PipelineFrame frame, Step step)
    {
        var snapshot = Of(frame.AsContext());
        snapshot.Stage = step.Stage;
        snapshot.PreImages = frame.Images?.PreFor(step);
        snapshot.PostImages = frame.Images?.PostFor(step);
        if (frame.ImagesOfRows is { } rows && step.Images.Count > 0)
        {
            snapshot.PreImagesOfRows = Array.ConvertAll(rows, r => r.PreFor(step));
            snapshot.PostImagesOfRows = Array.ConvertAll(rows, r => r.PostFor(step));
        }
        return snapshot;
    }

    /// <summary>A request to be carried out later by whoever sends it now.</summary>
    public static JobSnapshot Of(MessageExecution execution, OrganizationRequest request) => new()
    {
        MessageName = request.RequestName,
        UserId = execution.Caller.UserId,
        Depth = execution.Caller.Depth,
        RequestId = request.RequestId,
        Input = request.Parameters,
    };

    public OrganizationRequest ToRequest() => new(MessageName) { RequestId = RequestId, Parameters = Input };

    public Caller ToCaller() => new() { UserId = UserId, Depth = Depth };

    public string Write()
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            Serializer.WriteObject(writer, this);
        }
        return text.ToString();
    }

    public static JobSnapshot Read(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        return (JobSnapshot)Serializer.ReadObject(reader)!;
    }

    /// <summary>The context the step runs with, in no transaction.</summary>
    public PluginContext ToContext(Organization organization, RequestRun run, Step step, Guid jobId) => new(ToFrame(organization, run), Stage, step)
    {
        Mode = 1,
        OperationId = jobId,
        PreEntityImages = PreImages ?? [],
        PostEntityImages = PostImages ?? [],
        PreEntityImagesCollection = PreImagesOfRows ?? [],
        PostEntityImagesCollection = PostImagesOfRows ?? [],
    };

    private PipelineFrame ToFrame(Organization organization, RequestRun run)
    {
        var frame = new PipelineFrame
        {
            Execution = new MessageExecution
            {
                Organization = organization,
                Run = run,
                Caller = new Caller { UserId = UserId, Depth = Depth },
                MessageName = MessageName,
                Input = Input,
                Context = organization.NewContext(UserId),
                RequestId = RequestId,
            },
            MessageName = MessageName,
            Table = Table,
            RowId = RowId,
            Input = Input,
            Output = Output,
            ParentContext = Parent is null ? null : new PluginContext(Parent.ToFrame(organization, run), Parent.Stage, null),
        };
        foreach (var variable in SharedVariables) frame.SharedVariables[variable.Key] = variable.Value;
        return frame;
    }

    private static JobSnapshot Of(IPluginExecutionContext context) => new()
    {
        MessageName = context.MessageName,
        Table = context.PrimaryEntityName == "none" ? null : context.PrimaryEntityName,
        RowId = context.PrimaryEntityId,
        UserId = context.InitiatingUserId,
        Depth = context.Depth,
        Stage = context.Stage,
        RequestId = context.RequestId,
        Input = context.InputParameters,
        Output = context.OutputParameters,
        SharedVariables = context.SharedVariables,
        Parent = context.ParentContext is { } parent ? Of(parent) : null,
    };
}
