namespace StorageKit.Specimens.Tests.Running;

/// <summary>A theory that needs something on the machine; skipped, with the reason, where that is not there.</summary>
internal sealed class BackendTheoryAttribute : TheoryAttribute
{
    public BackendTheoryAttribute(Backend backend) => Skip = backend.Problem();
}
