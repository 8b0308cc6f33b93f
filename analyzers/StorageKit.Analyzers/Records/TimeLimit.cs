using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// Code that sets a limit of its own: then a cancellation may be a timeout, and it is the author who tells them apart.
/// </summary>
internal static class TimeLimit
{
    public static bool IsIn(Frame frame)
    {
        foreach (var operation in frame.Body.Operations)
            if (operation is IObjectCreationOperation { Type.Name: nameof(CancellationTokenSource) }
                or IInvocationOperation { TargetMethod.ContainingType.Name: nameof(CancellationTokenSource) }
                or IInvocationOperation { TargetMethod: { Name: "WaitAsync", ContainingType.Name: "Task" } })
                return true;
        return false;
    }
}
