using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string AppendOnly = "AppendOnly";

    /// <summary>Arguments: the contract member, what the statement does, the table.</summary>
    public static readonly DiagnosticDescriptor SK1001_SqlMustNotChangeStoredRows = Rule(
        DiagnosticIds.SqlChangesStoredRows, AppendOnly, DiagnosticSeverity.Error,
        "SQL text changes or removes stored audit rows",
        "'{0}' is append-only, but this SQL {1} '{2}'. Insert a new entry instead, "
        + "and leave retention to a job outside the driver.");

    /// <summary>Arguments: the contract member, the table.</summary>
    public static readonly DiagnosticDescriptor SK1002_UpsertMustNotOverwriteRow = Rule(
        DiagnosticIds.UpsertOverwritesRow, AppendOnly, DiagnosticSeverity.Error,
        "Upsert can overwrite a stored audit row",
        "'{0}' is append-only, but this upsert overwrites a row of '{1}' that is there already. "
        + "Write 'ON CONFLICT DO NOTHING' and look at the number of affected rows.");

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
}
