using System;
using System.Collections.Generic;
using System.Globalization;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pipeline;

/// <summary>One call of the platform, as a plug-in needs it: the row, its images, parameters, results, and the way to Dataverse.</summary>
public sealed class Request
{
    private readonly IOrganizationServiceFactory services;
    private IOrganizationService? dataverse, dataverseAsSystem;
    private Texts? textsOfCaller;

    /// <summary>The platform's own context.</summary>
    public IPluginExecutionContext Context { get; }

    /// <summary>Where administrators read what went on.</summary>
    public ITracingService Trace { get; }

    /// <summary>Dataverse with the rights of the person who calls.</summary>
    public IOrganizationService Dataverse => dataverse ??= services.CreateOrganizationService(Context.UserId);

    /// <summary>Dataverse with all rights: for figures that must be the same whoever asks. What it shows must be guarded by <see cref="Dataverse"/>.</summary>
    public IOrganizationService DataverseAsSystem => dataverseAsSystem ??= services.CreateOrganizationService(null);

    internal Request(IServiceProvider provider)
    {
        Context = (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext));
        Trace = (ITracingService)provider.GetService(typeof(ITracingService));
        services = (IOrganizationServiceFactory)provider.GetService(typeof(IOrganizationServiceFactory));
    }

    /// <summary>The row as the caller sent it: only the columns that change. What is set here before the operation is stored with it.</summary>
    public TRow Target<TRow>() where TRow : Entity, new() => Typed<TRow>((Entity)Context.InputParameters["Target"]);

    /// <summary>The row before the operation.</summary>
    public TRow Before<TRow>() where TRow : Entity, new() => Typed<TRow>(Context.PreEntityImages[ImageAttribute.PreImage]);

    /// <summary>The row after the operation.</summary>
    public TRow After<TRow>() where TRow : Entity, new() => Typed<TRow>(Context.PostEntityImages[ImageAttribute.PostImage]);

    /// <summary>The row as it will be: what was stored, overlaid with what changes. A copy: setting a column here changes nothing.</summary>
    public TRow Merged<TRow>() where TRow : Entity, new()
    {
        var target = (Entity)Context.InputParameters["Target"];
        var merged = new TRow { Id = target.Id };
        if (Context.PreEntityImages.TryGetValue(ImageAttribute.PreImage, out var before))
            foreach (var column in before.Attributes) merged.Attributes[column.Key] = column.Value;
        foreach (var column in target.Attributes) merged.Attributes[column.Key] = column.Value;
        return merged;
    }

    /// <summary>Whether this happens on the way of something else, for example because a row goes that takes this one along. At any distance: the platform may put contexts of its own between.</summary>
    public bool IsPartOf(string message, string table)
    {
        for (var above = Context.ParentContext; above is not null; above = above.ParentContext)
            if (above.MessageName == message && above.PrimaryEntityName == table) return true;
        return false;
    }

    /// <summary>Whether this happens on the way of a message without a table, for example of a custom API.</summary>
    public bool IsPartOf(string message)
    {
        for (var above = Context.ParentContext; above is not null; above = above.ParentContext)
            if (above.MessageName == message) return true;
        return false;
    }

    /// <summary>Whether the platform moves the row to the account that is kept when two are merged: of our columns the account changes, and nothing else.</summary>
    /// <param name="account">Logical name of the row's lookup to its account.</param>
    public bool IsMovedByMerge(string account)
    {
        if (Context.MessageName != Message.Update || !IsPartOf(Message.Merge, AccountRow.Table)) return false;
        var key = Context.PrimaryEntityName + "id";
        // Before the operation the platform adds who changed the row and when.
        foreach (var column in ((Entity)Context.InputParameters["Target"]).Attributes.Keys)
            if (column != account && column != key && (column.StartsWith("kam_", StringComparison.Ordinal) || column is "statecode" or "statuscode")) return false;
        return true;
    }

    /// <summary>A parameter the custom API cannot do without.</summary>
    public T Required<T>(string name) => Context.InputParameters.TryGetValue(name, out var value) && value is T typed
        ? typed
        : throw new RefusalException(PipelineReasons.ParameterMissing, name, "", Argument.Text(name));

    /// <summary>A parameter that may be left out.</summary>
    public T? Optional<T>(string name) => Context.InputParameters.TryGetValue(name, out var value) && value is T typed ? typed : default;

    /// <summary>Sets a response property of the custom API.</summary>
    public void Answer(string name, object? value) => Context.OutputParameters[name] = value;

    /// <summary>The caller's language; asked for once, when something is said. Whoever expects a write to fail asks before it: afterwards the transaction answers nothing any more.</summary>
    public Texts TextsOfCaller() => textsOfCaller ??= ReadTextsOfCaller();

    private Texts ReadTextsOfCaller()
    {
        var settings = DataverseAsSystem.Retrieve(UserSettingsRow.Table, Context.InitiatingUserId, new ColumnSet(UserSettingsRow.Column.UILanguageId));
        return Texts.In(settings.ToEntity<UserSettingsRow>().UILanguageId ?? Texts.BaseLanguage);
    }

    /// <summary>The refusal in the caller's language; code and figures travel in the details for programs.</summary>
    internal InvalidPluginExecutionException Spoken(RefusalException refusal)
    {
        var texts = TextsOfCaller();
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new List<string>();
        foreach (var violation in refusal.Violations)
        {
            lines.Add($"{texts.Say(violation.Sentence)} {texts.Say(violation.WayOut)} ({violation.Reason.Code})");
            var number = lines.Count == 1 ? "" : lines.Count.ToString(CultureInfo.InvariantCulture);
            details["code" + number] = violation.Reason.Code;
            details["field" + number] = violation.Field;
            details["value" + number] = violation.Value;
        }
        return new InvalidPluginExecutionException(OperationStatus.Failed, string.Join("\n", lines), details);
    }

    /// <summary>What the platform, or another plug-in further down, said: its words, and its details for programs.</summary>
    internal static InvalidPluginExecutionException Spoken(OrganizationServiceFault fault)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        details.Add("code", "0x" + fault.ErrorCode.ToString("X8", CultureInfo.InvariantCulture));
        foreach (var detail in fault.ErrorDetails)
            if (detail.Value is string text) details[detail.Key] = text;
        return new InvalidPluginExecutionException(OperationStatus.Failed, fault.Message, details);
    }

    /// <summary>A typed view that shares the columns, so that setting one on it sets it on the platform's row.</summary>
    private static TRow Typed<TRow>(Entity row) where TRow : Entity, new() =>
        row as TRow ?? new TRow { Id = row.Id, Attributes = row.Attributes };
}
