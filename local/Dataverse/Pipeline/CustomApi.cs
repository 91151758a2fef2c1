using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>What a custom API is bound to.</summary>
internal enum CustomApiBinding { Global = 0, Entity = 1, EntityCollection = 2 }

/// <summary>Which steps others may register on a custom API.</summary>
internal enum AllowedSteps { None = 0, AsyncOnly = 1, SyncAndAsync = 2 }

/// <summary>Types of request parameters and response properties, numbered as the platform does.</summary>
internal enum CustomApiFieldType
{
    Boolean, DateTime, Decimal, Entity, EntityCollection, EntityReference, Float, Integer, Money, Picklist, String, StringArray, Guid,
}

/// <summary>A request parameter or a response property.</summary>
/// <param name="Name">Key in the collection of parameters.</param>
/// <param name="Type">Type of its value.</param>
/// <param name="IsOptional">A parameter that may be missing.</param>
/// <param name="Table">For rows and references: the table, when it is fixed.</param>
internal sealed record CustomApiField(string Name, CustomApiFieldType Type, bool IsOptional, string? Table)
{
    /// <summary>Refuses a value of another type.</summary>
    public void Check(object value)
    {
        var fits = Type switch
        {
            CustomApiFieldType.Boolean => value is bool,
            CustomApiFieldType.DateTime => value is DateTime,
            CustomApiFieldType.Decimal => value is decimal,
            CustomApiFieldType.Entity => value is Entity row && IsTable(row.LogicalName),
            CustomApiFieldType.EntityCollection => value is EntityCollection,
            CustomApiFieldType.EntityReference => value is EntityReference reference && IsTable(reference.LogicalName),
            CustomApiFieldType.Float => value is double,
            CustomApiFieldType.Integer => value is int,
            CustomApiFieldType.Money => value is Money,
            CustomApiFieldType.Picklist => value is OptionSetValue,
            CustomApiFieldType.String => value is string,
            CustomApiFieldType.StringArray => value is string[],
            CustomApiFieldType.Guid => value is Guid,
            _ => false,
        };
        if (!fits) throw PipelineErrors.WrongParameterType(Name, Table is null ? Type.ToString() : $"{Type} of {Table}", value);
    }

    private bool IsTable(string name) => string.IsNullOrEmpty(Table) || Table == name;
}

/// <summary>A message that a solution brings: its parameters, its results, and the plug-in that is its main operation.</summary>
internal sealed class CustomApi
{
    private Message? message;

    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required CustomApiBinding Binding { get; init; }
    public required string? BoundTable { get; init; }
    public required AllowedSteps AllowedSteps { get; init; }
    public required Guid? PluginTypeId { get; init; }
    /// <summary>The privilege a caller needs; null when everybody may call it.</summary>
    public string? ExecutePrivilege { get; init; }
    public required IReadOnlyList<CustomApiField> Parameters { get; init; }
    public required IReadOnlyList<CustomApiField> Properties { get; init; }

    public Message Message => message ??= new Message { Name = Name, Handle = Run };

    private void Run(MessageExecution execution)
    {
        if (ExecutePrivilege is { } privilege) execution.Context.Access?.Require(privilege);
        CheckParameters(execution.Input);
        var target = Binding == CustomApiBinding.Entity ? execution.Required<EntityReference>("Target") : null;
        var table = Binding == CustomApiBinding.Global ? null : BoundTable;
        CheckSteps(execution.Organization.Components.Steps(Name, table));
        if (target is not null)
        {
            if (target.LogicalName != BoundTable) throw PipelineErrors.WrongParameterType("Target", $"EntityReference of {BoundTable}", target);
            target.Id = Targets.Resolve(execution, target);
        }
        var results = StagedPipeline.Run(execution, table, target?.Id ?? Guid.Empty, frame => RunMain(execution, frame));
        foreach (var property in Properties)
        {
            if (!results.TryGetValue(property.Name, out var value) || value is null) continue;
            property.Check(value);
            execution.Output[property.Name] = value;
        }
    }

    private void RunMain(MessageExecution execution, PipelineFrame frame)
    {
        if (PluginTypeId is not { } typeId) return;
        var context = new PluginContext(frame, Stage.MainOperation, null) { MainOperation = new EntityReference("customapi", Id) { Name = Name } };
        execution.Organization.Plugins.Run(context, execution.Organization.Components.PluginType(typeId), Id, null, null);
    }

    private void CheckParameters(ParameterCollection input)
    {
        foreach (var given in input)
        {
            if (Binding == CustomApiBinding.Entity && given.Key == "Target") continue;
            if (Binding == CustomApiBinding.EntityCollection && given.Key == "Entities") continue;
            if (OptionalParameters.Is(given.Key)) continue;
            var declared = Find(given.Key) ?? throw PipelineErrors.UnknownParameter(Name, given.Key);
            if (given.Value is not null) declared.Check(given.Value);
        }
        foreach (var parameter in Parameters)
        {
            if (parameter.IsOptional) continue;
            if (!input.TryGetValue(parameter.Name, out var value) || value is null) throw PipelineErrors.MissingParameter(parameter.Name);
        }
    }

    private CustomApiField? Find(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Name == name) return parameter;
        }
        return null;
    }

    private void CheckSteps(MessageSteps? steps)
    {
        if (steps is null || AllowedSteps == AllowedSteps.SyncAndAsync) return;
        var anySynchronous = steps.PreValidation.Length + steps.PreOperation.Length + steps.PostOperation.Length > 0;
        if (anySynchronous || AllowedSteps == AllowedSteps.None) throw PipelineErrors.StepNotAllowed(Name);
    }
}
