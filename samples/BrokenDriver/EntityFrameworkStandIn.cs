// Stands in for the package Microsoft.EntityFrameworkCore, so that this sample needs none. The rule goes by these names.
namespace Microsoft.EntityFrameworkCore;

/// <summary>A unit of work.</summary>
public abstract class DbContext : IAsyncDisposable
{
    /// <summary>The entities of one type.</summary>
    public abstract DbSet<TEntity> Set<TEntity>() where TEntity : class;

    /// <summary>Writes what was added and removed.</summary>
    public abstract Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>The entities of one type.</summary>
public abstract class DbSet<TEntity> where TEntity : class
{
    /// <summary>The entity of this key.</summary>
    public abstract ValueTask<TEntity?> FindAsync(params object?[]? keyValues);

    /// <summary>Will be inserted.</summary>
    public abstract void Add(TEntity entity);

    /// <summary>Will be deleted.</summary>
    public abstract void Remove(TEntity entity);
}
