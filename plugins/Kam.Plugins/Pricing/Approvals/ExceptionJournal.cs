using System;
using Kam.Plugins.Pipeline;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Moves price exceptions and writes down each move: the row, its history, and what the line shows. Sentences of the history are in the language of who caused the event.</summary>
internal sealed class ExceptionJournal
{
    private const int LongestText = 4000;

    private readonly Request request;
    private readonly IOrganizationService dataverse;
    private Texts? texts;

    public ExceptionJournal(Request request)
    {
        this.request = request;
        dataverse = request.DataverseAsSystem;
    }

    private Texts Texts => texts ??= request.TextsOfCaller();

    /// <summary>A sentence in the language of who caused the event.</summary>
    public string Say(string key, params Argument[] arguments) => Texts.Say(Sentence.Of(key, arguments));

    /// <summary>Ends an exception and writes it down; a line that showed the signature shows that it needs one again. Two requests, three with such a line.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="status">What it becomes.</param>
    /// <param name="what">What happened.</param>
    /// <param name="text">What is said about it.</param>
    /// <param name="wasShown">Whether the line shows it as a signature.</param>
    public void End(PriceExceptionRow exception, PriceExceptionStatusReason status, ExceptionEventChoice what, string text, bool wasShown) => OwnWrites.During(request, () =>
    {
        dataverse.Update(new PriceExceptionRow { Id = exception.Id, StateCode = PriceExceptionState.Inactive, StatusCode = status, DecideBy = null });
        Write(exception.Id, what, text);
        if (wasShown && PriceExceptionStore.LineOf(exception) is { } line) Show(line, exception.Id, PriceStatusChoice.NeedsApproval);
    });

    /// <summary>Adds to the history. One request.</summary>
    public void Note(Guid exceptionId, ExceptionEventChoice what, string text) => OwnWrites.During(request, () => Write(exceptionId, what, text));

    /// <summary>Changes the exception and adds to its history. Two requests.</summary>
    public void Change(PriceExceptionRow change, ExceptionEventChoice what, string text) => OwnWrites.During(request, () =>
    {
        dataverse.Update(change);
        Write(change.Id, what, text);
    });

    /// <summary>Lets a line name its exception and show a status. One request.</summary>
    public void Trace(EntityReference line, Guid exceptionId, PriceStatusChoice? status) => OwnWrites.During(request, () => Show(line, exceptionId, status));

    private void Show(EntityReference line, Guid exceptionId, PriceStatusChoice? status)
    {
        var exception = new EntityReference(PriceExceptionRow.Table, exceptionId);
        dataverse.Update(line.LogicalName switch
        {
            QuoteLineRow.Table => WithStatus(new QuoteLineRow { Id = line.Id, PriceExceptionId = exception }, QuoteLineRow.Column.PriceStatus, status),
            OrderLineRow.Table => WithStatus(new OrderLineRow { Id = line.Id, PriceExceptionId = exception }, OrderLineRow.Column.PriceStatus, status),
            _ => WithStatus(new PriceAgreementLineRow { Id = line.Id, PriceExceptionId = exception }, PriceAgreementLineRow.Column.PriceStatus, status),
        });
    }

    private static Entity WithStatus(Entity line, string column, PriceStatusChoice? status)
    {
        if (status is { } shown) line.Attributes[column] = new OptionSetValue((int)shown);
        return line;
    }

    private void Write(Guid exceptionId, ExceptionEventChoice what, string text) => dataverse.Create(new PriceExceptionLogRow
    {
        Name = what.ToString(),
        PriceExceptionId = new EntityReference(PriceExceptionRow.Table, exceptionId),
        Event = what,
        On = request.Context.OperationCreatedOn,
        UserId = new EntityReference(UserRow.Table, request.Context.InitiatingUserId),
        Text = text.Length <= LongestText ? text : text.Substring(0, LongestText),
    });
}
