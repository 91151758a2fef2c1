using Local.Dataverse.Columns;
using Local.Dataverse.Columns.Files;
using Local.Dataverse.Columns.Mappings;
using Local.Dataverse.Columns.Rollups;
using Local.Dataverse.Messages.Customization;
using Local.Dataverse.Messages.Metadata;
using Local.Dataverse.Messages.Ribbons;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Sales;

namespace Local.Dataverse.Messages;

/// <summary>Every message the engine itself brings.</summary>
internal static class StandardMessages
{
    public static MessageCatalog Catalog()
    {
        var catalog = new MessageCatalog();
        RowMessages.AddTo(catalog);
        UpsertMessages.AddTo(catalog);
        OwnerAndStateMessages.AddTo(catalog);
        LinkMessages.AddTo(catalog);
        SharingMessages.AddTo(catalog);
        RecordTeamMessages.AddTo(catalog);
        RoleMessages.AddTo(catalog);
        BatchMessages.AddTo(catalog);
        AsyncMessages.AddTo(catalog);
        OrganizationMessages.AddTo(catalog);
        QueryMessages.AddTo(catalog);
        ViewMessages.AddTo(catalog);
        RibbonMessages.AddTo(catalog);
        ClosingMessages.AddTo(catalog);
        ConversionMessages.AddTo(catalog);
        PricingMessages.AddTo(catalog);
        LeadMessages.AddTo(catalog);
        MergeMessages.AddTo(catalog);
        ActivityMessages.AddTo(catalog);
        RollupMessages.AddTo(catalog);
        AutoNumberMessages.AddTo(catalog);
        FileMessages.AddTo(catalog);
        CurrencyMessages.AddTo(catalog);
        LanguageMessages.AddTo(catalog);
        LabelMessages.AddTo(catalog);
        StateMessages.AddTo(catalog);
        InitializeFromMessages.AddTo(catalog);
        MetadataMessages.AddTo(catalog);
        OptionMessages.AddTo(catalog);
        ColumnMessages.AddTo(catalog);
        TableMessages.AddTo(catalog);
        RelationshipMessages.AddTo(catalog);
        return catalog;
    }
}
