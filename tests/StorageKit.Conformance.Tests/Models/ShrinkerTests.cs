using StorageKit.Conformance.Models;
using StorageKit.Conformance.Tests.Mutants;

namespace StorageKit.Conformance.Tests.Models;

/// <summary>A sequence that fails is shown in its simplest form, and that can be played again.</summary>
public sealed class ShrinkerTests
{
    const string A = "00112233-4455-6677-8899-aabbccddeeff";
    const string Zero = "00000000-0000-0000-0000-000000000000";

    /// <summary>Mutants whose simplest failing sequence one finds by thinking.</summary>
    public static TheoryData<string, string, string> Minima => new()
    {
        { "M-P07", "GEN-23", $"GetPolicyAsync({A}): expected version 1 with 0 rules #2e8520a9, got null; "
            + $"before it: PutPolicyAsync({A}, version 1 with 0 rules)" },
        { "M-POL-01", "GEN-23", $"GetPolicyAsync({A}): expected version 1 with 0 rules #e00ac509, got version 1 with "
            + $"0 rules #2e8520a9; before it: PutPolicyAsync({A}, version 1 with 0 rules)" },
        { "M-A56", "GEN-23", "ReadAsync(0, 2): expected 1 records up to position 1 #fef6f2c7, got 2 records up to "
            + $"position 2 #445ca2a9; before it: EmitAsync(next of {A}, \"\"); EmitAsync(stored entry 1, again)" },
        { "M-A65", "GEN-25", "ReadAsync(0, 1): expected 1 records up to position 1 #141a6250, got 1 records up to "
            + $"position 1 #a0a5df9a; before it: EmitAsync(next of {A}, \"a\\u000ab\\u0000c\")" },
        { "M-S02", "GEN-23", $"LoadAsync({A}): expected session {A} of {Zero} at 0, got session {A} of {A} at 0; "
            + $"before it: SaveAsync({A}, {A}, 0); SaveAsync({A}, {Zero}, 0)" },
        { "M-SES-07", "GEN-25", $"LoadAsync({A}): expected session {A} of {A} at 0, got null; "
            + $"before it: SaveAsync({A}, {A}, 0); 01:00:00 go by" },
        { "M-C02", "GEN-23", "get(\"i\"): expected 1 bytes #9d277175, got 3 bytes #83d544cc; "
            + "before it: put(\"i\", 1 bytes #9d277175)" },
        { "M-C20", "GEN-23", "put(\"i\\u0000\", 1 bytes #6e340b9c): expected done, got StorageException Backend; "
            + "before it: none" },
        { "M-R06", "GEN-25", "IncrementAsync(\"i\", 1, 00:00:01): expected 1, got 2; "
            + "before it: IncrementAsync(\"i\", 1, 00:00:01); 00:00:01 go by" },
        { "M-R04", "GEN-25", "IncrementAsync(\"i\", 1, 00:00:01): expected 1, got 3; "
            + "before it: IncrementAsync(\"i\", 1, 00:00:01); 00:00:00.9999999 go by; "
            + "IncrementAsync(\"i\", 1, 00:00:01); 00:00:00.0000001 go by" },
        { "M-R12", "GEN-23", "IncrementAsync(\"i\", 1, 10675199.02:48:05.4775807): expected 1, got StorageException "
            + "Serialization; before it: none" },
        { "M-RLC-14", "GEN-23", "IncrementAsync(\"i\", 9007199254740992, 01:00:00): expected 9007199254740993, got "
            + "9007199254740992; before it: IncrementAsync(\"i\", 1, 01:00:00)" },
        { "M-L51", "GEN-23", $"HeartbeatAsync({Zero}): expected done, got StorageException NotFound; "
            + $"before it: RegisterAsync({Zero})" },
        { "M-L55", "GEN-23", $"HeartbeatAsync({A}): expected StorageException NotFound, got done; "
            + $"before it: RegisterAsync({A}); RegisterAsync({A}); DeregisterAsync({A})" },
        { "M-OBJ-03", "GEN-23", "get(\"i\"): expected 1 bytes #6e340b9c, got 16 bytes #374708ff; "
            + "before it: put(\"i\", 16 bytes #374708ff); put(\"i\", 1 bytes #6e340b9c)" },
        { "M-OBJ-05", "GEN-23", "ListAsync(\"i\"): expected [\"i/1\": 1], got []; "
            + "before it: put(\"i/1\", 1 bytes #6e340b9c); delete(\"i\")" },
    };

    [Theory]
    [MemberData(nameof(Minima))]
    public async Task A_failing_sequence_is_shown_in_its_known_simplest_form(
        string mutant, string clause, string expected)
    {
        var result = await RunAsync(mutant, clause);

        Assert.Equal(ClauseOutcome.Failed, result.Outcome);
        Assert.EndsWith($", {expected}", result.Reason);
    }

    [Theory]
    [MemberData(nameof(Minima))]
    public async Task Nothing_can_be_left_out_of_it_nor_made_simpler(string mutant, string clause, string shown)
    {
        var result = await RunAsync(mutant, clause);
        Assert.EndsWith(shown, result.Reason);
        var models = clause == "GEN-25" ? ContractModel.Timed : ContractModel.All;
        var model = models[result.Replay.Choices[0]];
        int[][] operations =
        [
            .. model.SequenceOf([.. result.Replay.Choices.Skip(1)]).Choices
                .Select(choices => choices.Select(choice => choice.Value).ToArray()),
        ];

        foreach (var simpler in Simpler(operations))
        {
            int[] choices =
                [.. model.SequenceOf(simpler).Choices.SelectMany(all => all).Select(choice => choice.Value)];
            var replay = result.Replay with { Choices = [result.Replay.Choices[0], .. choices] };
            var again = await ClauseRunner.ReplayAsync(replay.Format(), Driver(mutant));
            Assert.True(again.Outcome == ClauseOutcome.Passed, $"{replay} is simpler and fails too: {again.Reason}");
        }
    }

    [Theory]
    [MemberData(nameof(Minima))]
    public async Task Its_replay_string_fails_in_the_same_way(string mutant, string clause, string expected)
    {
        var result = await RunAsync(mutant, clause);

        var again = await ClauseRunner.ReplayAsync(result.Replay.Format(), Driver(mutant));

        Assert.Equal((ClauseOutcome.Failed, result.Reason), (again.Outcome, again.Reason));
        Assert.EndsWith(expected, again.Reason);
        Assert.Equal(result.Replay.Format(), again.Replay.Format());
    }

    static IEnumerable<IEnumerable<IReadOnlyList<int>>> Simpler(int[][] operations)
    {
        for (var i = 0; operations.Length > 1 && i < operations.Length; i++)
            yield return operations.Where((_, at) => at != i);
        for (var i = 0; i < operations.Length; i++)
        {
            for (var place = 0; place < operations[i].Length; place++)
            {
                for (var lower = 0; lower < operations[i][place]; lower++)
                {
                    int[][] simpler = [.. operations.Select(operation => operation.ToArray())];
                    simpler[i][place] = lower;
                    yield return simpler;
                }
            }
        }
    }

    static Task<ClauseResult> RunAsync(string mutant, string clause) =>
        ClauseRunner.RunAsync(ClauseCatalog.Get(clause), Driver(mutant), seed: 1);

    static DriverUnderTest Driver(string mutant) => MutantDriver.Create(Mutant.Get(mutant));
}
