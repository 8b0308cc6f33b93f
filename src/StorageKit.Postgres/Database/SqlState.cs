namespace StorageKit.Postgres;

/// <summary>The SQLSTATE codes that the driver tells apart; the first two characters are a class.</summary>
internal static class SqlState
{
    internal const string
        SerializationFailure = "40001",
        DeadlockDetected = "40P01",
        InsufficientPrivilege = "42501",
        AdminShutdown = "57P01",
        CrashShutdown = "57P02",
        QueryCanceled = "57014",
        LockNotAvailable = "55P03",
        ReadOnlyTransaction = "25006",
        InvalidCatalogName = "3D000",
        InvalidSchemaName = "3F000",
        UndefinedTable = "42P01",
        UndefinedFunction = "42883",
        UndefinedObject = "42704",
        DiskFull = "53100",
        TooManyConnections = "53300";

    /// <summary>The server undid the transaction, and the same one can succeed at once.</summary>
    internal static bool IsUndoneByChance(string code) => code is SerializationFailure or DeadlockDetected;

    /// <summary>The server ended the connection, perhaps before it read the statement and perhaps after.</summary>
    internal static bool IsConnectionEnd(string code) => code is AdminShutdown or CrashShutdown;
}
