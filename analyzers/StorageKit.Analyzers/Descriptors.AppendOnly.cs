using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string AppendOnly = "AppendOnly";

    /// <summary>Arguments: the contract member, what the statement does, the table.</summary>
    public static readonly DiagnosticDescriptor SK1001_SqlMustNotChangeStoredRows = Rule(
        DiagnosticIds.SqlChangesStoredRows, AppendOnly, DiagnosticSeverity.Error,
        "SQL text changes or removes stored audit rows",
        "'{0}' is append-only, but this SQL {1} '{2}'. Insert a new entry instead; "
        + "where retention is the purpose, say so with '[ContractExempt]'.");

    /// <summary>Arguments: the contract member, the table.</summary>
    public static readonly DiagnosticDescriptor SK1002_UpsertMustNotOverwriteRow = Rule(
        DiagnosticIds.UpsertOverwritesRow, AppendOnly, DiagnosticSeverity.Error,
        "Upsert can overwrite a stored audit row",
        "'{0}' is append-only, but this upsert overwrites a row of '{1}' that is there already. "
        + "Write 'ON CONFLICT DO NOTHING' and look at the number of affected rows.");

    /// <summary>Arguments: the contract member, what the code does, the entity.</summary>
    public static readonly DiagnosticDescriptor SK1003_EntityMustNotChange = Rule(
        DiagnosticIds.EntityIsChanged, AppendOnly, DiagnosticSeverity.Error,
        "EF Core changes or removes audit entities",
        "'{0}' is append-only, but this code {1} '{2}', the entity that it stores. "
        + "Add a new one instead, and read stored ones with 'AsNoTracking'.");

    /// <summary>Arguments: the contract member, what the call does, the call that is right.</summary>
    public static readonly DiagnosticDescriptor SK1004_DocumentMustNotBeOverwritten = Rule(
        DiagnosticIds.DocumentIsOverwritten, AppendOnly, DiagnosticSeverity.Error,
        "Document, table or blob store call that can overwrite or delete an entry",
        "'{0}' is append-only, but this {1} call {2}. Use {3}.");

    /// <summary>Arguments: the contract member, what the call does.</summary>
    public static readonly DiagnosticDescriptor SK1005_RedisKeyMustOnlyGrow = Rule(
        DiagnosticIds.RedisKeyShrinks, AppendOnly, DiagnosticSeverity.Error,
        "Redis command that trims, overwrites or expires the audit key",
        "'{0}' is append-only, but this command {1}. "
        + "Only push to the key or add to the stream, or write with 'When.NotExists'.");

    /// <summary>Arguments: the contract member, what the call does.</summary>
    public static readonly DiagnosticDescriptor SK1006_FileMustOnlyGrow = Rule(
        DiagnosticIds.FileIsRewritten, AppendOnly, DiagnosticSeverity.Error,
        "Audit file opened or written in a way that can truncate or rewrite it",
        "'{0}' is append-only, but this call {1}. Open the file with 'FileMode.Append' or use 'File.AppendAllText', "
        + "or write each entry to a new file with 'FileMode.CreateNew'.");

    /// <summary>Arguments: the contract member, what the code does, the field.</summary>
    public static readonly DiagnosticDescriptor SK1007_CollectionMustOnlyGrow = Rule(
        DiagnosticIds.CollectionForgets, AppendOnly, DiagnosticSeverity.Warning,
        "In-memory audit collection is mutated other than by appending",
        "'{0}' is append-only, but this code {1} '{2}', which is its log. "
        + "Only add to it, and refuse an entry when there is no room.");

    /// <summary>Arguments: the contract member, the field, the container.</summary>
    public static readonly DiagnosticDescriptor SK1008_ContainerMustKeepOrder = Rule(
        DiagnosticIds.ContainerLosesOrder, AppendOnly, DiagnosticSeverity.Error,
        "Entries kept in a container that loses emit order",
        "'{0}' keeps its entries in '{1}', a {2}, which loses the order in which they were emitted. "
        + "Use a 'ConcurrentQueue', or a 'List' under a lock.");

    /// <summary>Arguments: the contract member, what the code does.</summary>
    public static readonly DiagnosticDescriptor SK1009_EntriesMustBeEmittedInOrder = Rule(
        DiagnosticIds.EntriesLoseTheirOrder, AppendOnly, DiagnosticSeverity.Warning,
        "Entries are emitted concurrently or regrouped",
        "'{0}' keeps entries in the order in which it gets them, but this code {1}. "
        + "Await one after the other, or hand all of them over in one statement.");

    /// <summary>Arguments: the contract member, what it does, what to do instead.</summary>
    public static readonly DiagnosticDescriptor SK1010_SuccessNeedsADurableWrite = Rule(
        DiagnosticIds.SuccessWithoutWrite, AppendOnly, DiagnosticSeverity.Error,
        "EmitAsync can return success without a durable write",
        "'{0}' {1}, so it can succeed without a durable write. {2}.");

    /// <summary>Arguments: the contract member, what is caught.</summary>
    public static readonly DiagnosticDescriptor SK1011_FailureMustNotBeSwallowed = Rule(
        DiagnosticIds.FailureSwallowed, AppendOnly, DiagnosticSeverity.Error,
        "Persistence failure is swallowed",
        "'{0}' catches {1} around its write and then returns as if the write had succeeded. "
        + "Throw a 'StorageException' there, with what was caught inside.");

    /// <summary>Arguments: the contract member, what it does, what to do instead.</summary>
    public static readonly DiagnosticDescriptor SK1012_BufferMustNotDropEntries = Rule(
        DiagnosticIds.BufferDropsEntries, AppendOnly, DiagnosticSeverity.Error,
        "Buffer can drop entries or is not drained",
        "'{0}' {1}, so entries get lost under load. {2}.");

    /// <summary>Arguments: the contract member, the field, what kind of object it is.</summary>
    public static readonly DiagnosticDescriptor SK1013_AppendStateMustBeSynchronised = Rule(
        DiagnosticIds.AppendStateUnsynchronised, AppendOnly, DiagnosticSeverity.Warning,
        "Append state is shared without synchronisation",
        "'{0}' changes '{1}', {2}, with no lock held, and callers may be concurrent. "
        + "Hold one lock around every access, or use an object that is made for it, such as a 'ConcurrentQueue'.");

    /// <summary>Arguments: the contract member, what is read.</summary>
    public static readonly DiagnosticDescriptor SK1014_TailMustBeReadAndExtendedAtOnce = Rule(
        DiagnosticIds.TailExtendedInTwoSteps, AppendOnly, DiagnosticSeverity.Error,
        "Chain tail is read and appended in two unprotected steps",
        "'{0}' reads the tail of {1} and appends to it in a second step, so two callers can extend the same tail. "
        + "Hold one lock, or a serializable transaction with retries, around both.");

    /// <summary>Arguments: the contract member, what is configured.</summary>
    public static readonly DiagnosticDescriptor SK1015_EntriesMustNotExpire = Rule(
        DiagnosticIds.EntriesExpire, AppendOnly, DiagnosticSeverity.Warning,
        "Retention or expiry is configured on audit data",
        "'{0}' is append-only, but this code {1}, which deletes entries later. "
        + "Leave it out, and archive sealed entries in a job that says why.");

    /// <summary>Arguments: the contract member, the key.</summary>
    public static readonly DiagnosticDescriptor SK1016_OrderMustRestOnASequence = Rule(
        DiagnosticIds.OrderIsNotTotal, AppendOnly, DiagnosticSeverity.Info,
        "Audit order rests on a non-total key",
        "'{0}' stores entries in an order, but this reads them by '{1}' alone, which ties and steps back. "
        + "Order by a sequence, or by the time and then a sequence.");

    /// <summary>Arguments: the contract member, the field, what is done to it.</summary>
    public static readonly DiagnosticDescriptor SK1017_HashedFieldsMustBeStoredWhole = Rule(
        DiagnosticIds.HashedFieldIsRounded, AppendOnly, DiagnosticSeverity.Info,
        "Stored representation cannot reproduce the hashed fields",
        "'{0}' stores '{1}' {2} and nowhere whole, so the hash of the entry cannot be computed again. "
        + "Store '{1}' as it is, or the entry's JSON, beside it.");
}
