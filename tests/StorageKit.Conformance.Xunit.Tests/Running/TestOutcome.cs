namespace StorageKit.Conformance.Xunit.Tests.Running;

/// <summary>What xunit says of a test.</summary>
/// <param name="Method">The test's method.</param>
/// <param name="Clause">The clause of its trait; empty without one.</param>
/// <param name="End">What became of it.</param>
/// <param name="Text">The failure's or the skip's text.</param>
internal sealed record TestOutcome(string Method, string Clause, TestEnd End, string Text);

/// <summary>What became of a test.</summary>
internal enum TestEnd
{
    Passed,
    Failed,
    Skipped,
}
