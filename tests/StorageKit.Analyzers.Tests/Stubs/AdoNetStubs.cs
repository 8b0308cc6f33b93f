namespace StorageKit.Analyzers.Tests.Stubs;

/// <summary>The shape of ADO.NET providers that are not referenced here: type names,
/// bases and parameters as published.</summary>
static class AdoNetStubs
{
    public const string Source = """
        #nullable disable
        using System.Data;
        using System.Data.Common;

        namespace Npgsql
        {
            public class NpgsqlConnection : ConnectionBase
            {
                public NpgsqlConnection() { }
                public NpgsqlConnection(string connectionString) { }
                public new NpgsqlCommand CreateCommand() => null;
            }
            public class NpgsqlDataSource
            {
                public NpgsqlCommand CreateCommand(string commandText = null) => null;
                public ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellationToken = default) => default;
            }
            public class NpgsqlException : DbException { public override bool IsTransient => false; }
            public class PostgresException : NpgsqlException { public new string SqlState => null; }
            public static class PostgresErrorCodes { public const string UniqueViolation = "23505"; }
            public class NpgsqlBatchCommand : DbBatchCommand
            {
                public NpgsqlBatchCommand() { }
                public NpgsqlBatchCommand(string commandText) { }
                public override string CommandText { get; set; }
                public override CommandType CommandType { get; set; }
                public override int RecordsAffected => 0;
                protected override DbParameterCollection DbParameterCollection => null;
                public new NpgsqlParameterCollection Parameters { get; } = new();
            }
            public class NpgsqlBatchCommandCollection : System.Collections.Generic.List<NpgsqlBatchCommand> { }
            public class NpgsqlBatch : IAsyncDisposable
            {
                public NpgsqlBatch(NpgsqlConnection connection = null) { }
                public NpgsqlBatchCommandCollection BatchCommands { get; } = new();
                public Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken = default) => null;
                public ValueTask DisposeAsync() => default;
            }
            public class NpgsqlParameter { public NpgsqlParameter() { } public NpgsqlParameter(string parameterName, object value) { } public object Value { get; set; } }
            public class NpgsqlParameterCollection : System.Collections.IEnumerable
            {
                public NpgsqlParameter AddWithValue(string parameterName, object value) => null;
                public NpgsqlParameter Add(NpgsqlParameter value) => null;
                public NpgsqlParameter this[string name] => null;
                public System.Collections.IEnumerator GetEnumerator() => null;
            }
            public class NpgsqlCommand : CommandBase
            {
                public NpgsqlCommand() { }
                public NpgsqlCommand(string cmdText) { }
                public NpgsqlCommand(string cmdText, NpgsqlConnection connection) { }
                public new NpgsqlParameterCollection Parameters { get; } = new();
            }
        }

        namespace Microsoft.Data.Sqlite
        {
            public class SqliteTransaction : TransactionBase { }
            public class SqliteConnection : ConnectionBase
            {
                public new SqliteTransaction BeginTransaction() => null;
                public SqliteTransaction BeginTransaction(bool deferred) => null;
                public new SqliteCommand CreateCommand() => null;
            }
            public class SqliteParameterCollection { public SqliteParameter AddWithValue(string parameterName, object value) => null; }
            public class SqliteParameter { public object Value { get; set; } }
            public class SqliteCommand : CommandBase
            {
                public SqliteCommand() { }
                public SqliteCommand(string commandText, SqliteConnection connection) { }
                public new SqliteParameterCollection Parameters { get; } = new();
            }
        }

        namespace System.Data.SqlClient
        {
            public class SqlConnection : ConnectionBase { }
            public class SqlCommand : CommandBase { public SqlCommand(string cmdText, SqlConnection connection) { } }
        }

        namespace MySqlConnector
        {
            public class MySqlConnection : ConnectionBase { }
            public class MySqlCommand : CommandBase { public MySqlCommand(string commandText, MySqlConnection connection) { } }
        }

        namespace Microsoft.Data.SqlClient
        {
            public class SqlConnection : ConnectionBase { }
            public class SqlCommand : CommandBase { public SqlCommand(string cmdText, SqlConnection connection) { } }
        }

        public abstract class TransactionBase : DbTransaction
        {
            public override void Commit() { }
            public override void Rollback() { }
            public override IsolationLevel IsolationLevel => default;
            protected override DbConnection DbConnection => null;
        }

        public abstract class ConnectionBase : DbConnection
        {
            public override string ConnectionString { get; set; }
            public override string Database => null;
            public override string DataSource => null;
            public override string ServerVersion => null;
            public override ConnectionState State => default;
            public override void ChangeDatabase(string databaseName) { }
            public override void Close() { }
            public override void Open() { }
            protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => null;
            protected override DbCommand CreateDbCommand() => null;
        }

        public abstract class CommandBase : DbCommand
        {
            public override string CommandText { get; set; }
            public override int CommandTimeout { get; set; }
            public override CommandType CommandType { get; set; }
            public override bool DesignTimeVisible { get; set; }
            public override UpdateRowSource UpdatedRowSource { get; set; }
            protected override DbConnection DbConnection { get; set; }
            protected override DbParameterCollection DbParameterCollection => null;
            protected override DbTransaction DbTransaction { get; set; }
            public override void Cancel() { }
            public override int ExecuteNonQuery() => 0;
            public override object ExecuteScalar() => null;
            public override void Prepare() { }
            protected override DbParameter CreateDbParameter() => null;
            protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => null;
        }
        """;
}
