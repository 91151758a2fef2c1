using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>One column of a result: where its value stands in the SQL row and under which name it goes out.</summary>
internal sealed class OutputColumn
{
    public const int None = -1;

    /// <summary>Name in the row's attributes: the column, or <c>alias.column</c>, or the alias.</summary>
    public required string Key { get; init; }

    public required TableLayout Layout { get; init; }

    public required ColumnSlot Slot { get; init; }

    /// <summary>Position of the value.</summary>
    public required int At { get; init; }

    /// <summary>Position of the referenced table's name, where several tables are possible.</summary>
    public int TableAt { get; init; } = None;

    /// <summary>Position of the referenced row's name.</summary>
    public int NameAt { get; init; } = None;

    /// <summary>Position of the row's currency, for an amount.</summary>
    public int CurrencyAt { get; init; } = None;

    /// <summary>Goes out wrapped in an AliasedValue.</summary>
    public bool Aliased { get; init; }

    /// <summary>Only the referenced row's name goes out: a query asked for <c>lookupname</c>.</summary>
    public bool NameOnly { get; init; }

    /// <summary>Goes out as a whole number: how many rows have the row as their parent.</summary>
    public bool CountsChildren { get; init; }

    /// <summary>What kind of value stands there.</summary>
    public StorageKind Kind => NameOnly ? StorageKind.Text : CountsChildren ? StorageKind.Integer : Slot.Kind;
}
