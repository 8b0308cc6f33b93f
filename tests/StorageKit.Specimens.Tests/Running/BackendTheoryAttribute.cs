namespace StorageKit.Specimens.Tests.Running;

/// <summary>A theory whose specimens need something on the machine; it is skipped, with the reason, where that is not
/// there.</summary>
internal sealed class BackendTheoryAttribute : TheoryAttribute
{
    public BackendTheoryAttribute(params Backend[] backends) =>
        Skip = backends.Select(backend => backend.Problem()).FirstOrDefault(problem => problem is not null);
}
