namespace StorageKit.Analyzers.Tests.Stubs;

/// <summary>The shape of Dapper and of EF Core's SQL methods.</summary>
static class SqlLibraryStubs
{
    public const string Source = """
        #nullable disable
        using System.Data;

        namespace Dapper
        {
            public struct CommandDefinition
            {
                public CommandDefinition(string commandText, object parameters = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null, CancellationToken cancellationToken = default) { }
            }
            public static class SqlMapper
            {
                public static Task<int> ExecuteAsync(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null) => null;
                public static Task<int> ExecuteAsync(this IDbConnection cnn, CommandDefinition command) => null;
                public static int Execute(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null) => 0;
                public static Task<T> ExecuteScalarAsync<T>(this IDbConnection cnn, CommandDefinition command) => null;
                public static Task<T> QuerySingleAsync<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null) => null;
                public static Task<T> ExecuteScalarAsync<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null) => null;
                public static Task<T> QuerySingleOrDefaultAsync<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null) => null;
            }
        }

        namespace Microsoft.EntityFrameworkCore.Storage { public interface IDbContextTransaction : IDisposable { void Commit(); Task CommitAsync(CancellationToken cancellationToken = default); } }

        namespace Microsoft.EntityFrameworkCore.Infrastructure
        {
            public class DatabaseFacade
            {
                public virtual Storage.IDbContextTransaction BeginTransaction() => null;
                public virtual Task<Storage.IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => null;
            }
        }

        namespace Microsoft.EntityFrameworkCore
        {
            using Microsoft.EntityFrameworkCore.Infrastructure;

            public class DbUpdateException : Exception { }
            public partial class DbContext { public DatabaseFacade Database => null; }
            public static class RelationalDatabaseFacadeExtensions
            {
                public static Storage.IDbContextTransaction BeginTransaction(this DatabaseFacade databaseFacade, IsolationLevel isolationLevel) => null;
                public static Task<int> ExecuteSqlRawAsync(this DatabaseFacade databaseFacade, string sql, params object[] parameters) => null;
                public static int ExecuteSqlRaw(this DatabaseFacade databaseFacade, string sql, params object[] parameters) => 0;
                public static int ExecuteSqlInterpolated(this DatabaseFacade databaseFacade, FormattableString sql) => 0;
                public static Task<int> ExecuteSqlAsync(this DatabaseFacade databaseFacade, FormattableString sql, CancellationToken cancellationToken = default) => null;
                public static IQueryable<T> SqlQuery<T>(this DatabaseFacade databaseFacade, FormattableString sql) => null;
            }
        }
        """;
}
