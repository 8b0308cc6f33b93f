using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>The operations that a frame runs itself: those of lambdas too, those of local functions not.</summary>
internal static class OwnOperations
{
    public static IEnumerable<IOperation> Of(Frame frame)
    {
        var open = new Stack<IOperation>();
        open.Push(frame.Root);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
                if (child is not ILocalFunctionOperation)
                    open.Push(child);
        }
    }
}
