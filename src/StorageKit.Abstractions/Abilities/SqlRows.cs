namespace StorageKit;

/// <summary>What a query found.</summary>
/// <param name="Columns">The columns' names, in their order.</param>
/// <param name="Rows">The values of each row as the database writes them; null for SQL's NULL.</param>
/// <param name="IsCut">Whether there are more rows, or a value was cut, because a limit was reached.</param>
public sealed record SqlRows(
    IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, bool IsCut);
