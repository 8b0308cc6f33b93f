// Stands in for the package Azure.Data.Tables, so that this sample needs none. The rule goes by these names.
namespace Azure.Data.Tables;

/// <summary>A table.</summary>
public abstract class TableClient
{
    /// <summary>Inserts, or writes over the entity with the same keys.</summary>
    public abstract Task UpsertEntityAsync<T>(T entity, CancellationToken cancellationToken = default);
}
