namespace StorageKit.Analyzers.Tests.Stubs;

/// <summary>The shape of EF Core without SQL.</summary>
static class EntityFrameworkStubs
{
    public const string Source = """
        #nullable disable
        using System.Collections;
        using System.Linq.Expressions;
        using Microsoft.EntityFrameworkCore.ChangeTracking;

        namespace Microsoft.EntityFrameworkCore.ChangeTracking
        {
            public class PropertyValues { public virtual void SetValues(object obj) { } }
            public class EntityEntry
            {
                public virtual EntityState State { get; set; }
                public virtual PropertyValues CurrentValues => null;
            }
            public class EntityEntry<TEntity> : EntityEntry where TEntity : class { }
        }

        namespace Microsoft.EntityFrameworkCore.Metadata.Builders
        {
            public class PropertyBuilder<TProperty>
            {
                public virtual PropertyBuilder<TProperty> IsConcurrencyToken(bool concurrencyToken = true) => this;
                public virtual PropertyBuilder<TProperty> IsRowVersion() => this;
                public virtual PropertyBuilder<TProperty> IsRequired(bool required = true) => this;
            }
            public class EntityTypeBuilder<TEntity> where TEntity : class
            {
                public virtual PropertyBuilder<TProperty> Property<TProperty>(Expression<Func<TEntity, TProperty>> propertyExpression) => null;
                public virtual PropertyBuilder<TProperty> Property<TProperty>(string propertyName) => null;
            }
        }

        namespace Microsoft.EntityFrameworkCore.Query { public class SetPropertyCalls<T> { public SetPropertyCalls<T> SetProperty<P>(Func<T, P> property, P value) => this; public SetPropertyCalls<T> SetProperty<P>(Func<T, P> property, Func<T, P> value) => this; } }

        namespace Microsoft.EntityFrameworkCore
        {
            public enum EntityState { Detached, Unchanged, Deleted, Modified, Added }
            public class ModelBuilder
            {
                public virtual Metadata.Builders.EntityTypeBuilder<TEntity> Entity<TEntity>() where TEntity : class => null;
                public virtual ModelBuilder Entity<TEntity>(Action<Metadata.Builders.EntityTypeBuilder<TEntity>> buildAction) where TEntity : class => this;
            }
            public interface IEntityTypeConfiguration<TEntity> where TEntity : class { void Configure(Metadata.Builders.EntityTypeBuilder<TEntity> builder); }
            public partial class DbContext
            {
                protected internal virtual void OnModelCreating(ModelBuilder modelBuilder) { }
                public virtual ValueTask<TEntity> FindAsync<TEntity>(params object[] keyValues) where TEntity : class => default;
                public virtual DbSet<TEntity> Set<TEntity>() where TEntity : class => null;
                public virtual EntityEntry<TEntity> Add<TEntity>(TEntity entity) where TEntity : class => null;
                public virtual EntityEntry<TEntity> Update<TEntity>(TEntity entity) where TEntity : class => null;
                public virtual EntityEntry<TEntity> Remove<TEntity>(TEntity entity) where TEntity : class => null;
                public virtual EntityEntry<TEntity> Entry<TEntity>(TEntity entity) where TEntity : class => null;
                public virtual void AddRange(params object[] entities) { }
                public virtual void RemoveRange(params object[] entities) { }
                public virtual void RemoveRange(IEnumerable<object> entities) { }
                public virtual int SaveChanges() => 0;
                public virtual Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => null;
            }
            public abstract class DbSet<TEntity> : IQueryable<TEntity> where TEntity : class
            {
                public virtual EntityEntry<TEntity> Add(TEntity entity) => null;
                public virtual ValueTask<EntityEntry<TEntity>> AddAsync(TEntity entity, CancellationToken cancellationToken = default) => default;
                public virtual void AddRange(IEnumerable<TEntity> entities) { }
                public virtual EntityEntry<TEntity> Update(TEntity entity) => null;
                public virtual EntityEntry<TEntity> Remove(TEntity entity) => null;
                public virtual void RemoveRange(IEnumerable<TEntity> entities) { }
                public virtual void RemoveRange(params TEntity[] entities) { }
                public virtual ValueTask<TEntity> FindAsync(params object[] keyValues) => default;
                public IEnumerator<TEntity> GetEnumerator() => null;
                IEnumerator IEnumerable.GetEnumerator() => null;
                public Type ElementType => null;
                public Expression Expression => null;
                public IQueryProvider Provider => null;
            }
            public static class EntityFrameworkQueryableExtensions
            {
                public static IQueryable<TEntity> AsNoTracking<TEntity>(this IQueryable<TEntity> source) where TEntity : class => source;
                public static Task<TSource> FirstAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => null;
                public static Task<TSource> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => null;
                public static Task<TSource> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => null;
                public static Task<TSource> SingleOrDefaultAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => null;
                public static Task<TSource> SingleAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => null;
                public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => null;
                public static Task<int> ExecuteDeleteAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => null;
            }
            public static class RelationalQueryableExtensions
            {
                public static IQueryable<TEntity> FromSql<TEntity>(this DbSet<TEntity> source, FormattableString sql) where TEntity : class => source;
                public static int ExecuteDelete<TSource>(this IQueryable<TSource> source) => 0;
                public static Task<int> ExecuteUpdateAsync<TSource>(this IQueryable<TSource> source, Expression<Func<Query.SetPropertyCalls<TSource>, Query.SetPropertyCalls<TSource>>> setPropertyCalls, CancellationToken cancellationToken = default) => null;
            }
        }
        """;
}
