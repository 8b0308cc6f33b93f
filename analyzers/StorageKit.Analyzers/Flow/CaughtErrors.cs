using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>Whether a catch clause catches failures that nobody foresaw, rather than one known case.</summary>
internal static class CaughtErrors
{
    /// <summary>
    /// Types that stand for "it did not work" as such. A clause for a narrower one, such as a file that is not there,
    /// is a case that the author thought of.
    /// </summary>
    static readonly HashSet<string> Broad = new(StringComparer.Ordinal)
    {
        "System.Exception", "System.SystemException", "System.AggregateException", "System.TimeoutException",
        "System.OperationCanceledException", "System.Threading.Tasks.TaskCanceledException",
        "System.InvalidOperationException", "System.IO.IOException", "System.UnauthorizedAccessException",
        "System.Data.Common.DbException", "System.Runtime.InteropServices.ExternalException",
        "System.Net.Http.HttpRequestException", "System.Net.Sockets.SocketException",
        "Npgsql.NpgsqlException", "Npgsql.PostgresException", "Microsoft.Data.Sqlite.SqliteException",
        "Microsoft.Data.SqlClient.SqlException", "System.Data.SqlClient.SqlException",
        "MySqlConnector.MySqlException", "MySql.Data.MySqlClient.MySqlException",
        "Microsoft.EntityFrameworkCore.DbUpdateException",
        "StackExchange.Redis.RedisException", "StackExchange.Redis.RedisConnectionException",
        "StackExchange.Redis.RedisTimeoutException", "StackExchange.Redis.RedisServerException",
        "MongoDB.Driver.MongoException", "Azure.RequestFailedException", "Amazon.Runtime.AmazonServiceException",
        "Amazon.S3.AmazonS3Exception", "Amazon.DynamoDBv2.AmazonDynamoDBException",
        "Microsoft.Azure.Cosmos.CosmosException", "StorageKit.StorageException",
    };

    public static bool AreUnforeseen(ICatchClauseOperation clause) =>
        (clause.ExceptionType is null or { SpecialType: SpecialType.System_Object }
            || Broad.Contains(clause.ExceptionType.ToDisplayString()))
        && (clause.Filter is null || OnlyExcludes(clause.Filter));

    /// <summary>As a message names them.</summary>
    public static string Describe(ICatchClauseOperation clause) =>
        clause.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception" }
            ? "every exception" : $"'{clause.ExceptionType.Name}'";

    /// <summary><c>when (ex is not OperationCanceledException)</c> still catches what nobody foresaw.</summary>
    static bool OnlyExcludes(IOperation filter) => Operands.Unwrap(filter) switch
    {
        IIsPatternOperation { Pattern: INegatedPatternOperation } => true,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var inner } =>
            Operands.Unwrap(inner) is IIsTypeOperation or IPropertyReferenceOperation
                { Property.Name: "IsCancellationRequested" }
                or IIsPatternOperation { Pattern: ITypePatternOperation or IBinaryPatternOperation },
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both =>
            OnlyExcludes(both.LeftOperand) && OnlyExcludes(both.RightOperand),
        { ConstantValue: { HasValue: true, Value: true } } => true,
        _ => false,
    };
}
