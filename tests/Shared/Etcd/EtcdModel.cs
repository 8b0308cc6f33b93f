using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Etcd;

/// <summary>A register with compare-and-set: a write whose argument is a pair (expected, new) and whose result is "ok"
/// or "fail".</summary>
internal readonly struct EtcdModel : ISequentialModel<OperationValue>
{
    public OperationValue Initial => OperationValue.None;

    public bool TryStep(OperationValue state, Operation operation, out OperationValue next)
    {
        if (operation.Kind == OperationKind.Read)
        {
            next = state;
            return operation.Result == state;
        }
        if (operation.Argument.Items is not [var expected, var wanted])
        {
            next = operation.Argument;
            return true;
        }
        var isExpected = state == expected;
        next = isExpected ? wanted : state;
        return operation.Outcome == Outcome.Unknown || isExpected == (operation.Result.Text == "ok");
    }

    public string Describe(OperationValue state) => $"{state}";
}
