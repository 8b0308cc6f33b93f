namespace StorageKit.Conformance.Tests.Running;

/// <summary>A clause that does what a test says.</summary>
[Clause("TST-01", "It does what the test says.")]
internal sealed class ScriptedClause(Func<ClauseContext, ValueTask> check) : Clause
{
    public override ValueTask CheckAsync(ClauseContext context) => check(context);
}
