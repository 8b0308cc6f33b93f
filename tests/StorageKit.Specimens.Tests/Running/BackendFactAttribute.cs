namespace StorageKit.Specimens.Tests.Running;

/// <summary>A fact that needs something on the machine; skipped, with the reason, where that is not there.</summary>
internal sealed class BackendFactAttribute : FactAttribute
{
    public BackendFactAttribute(Backend backend) => Skip = backend.Problem();
}
