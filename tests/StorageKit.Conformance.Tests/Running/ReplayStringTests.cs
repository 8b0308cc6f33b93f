using System.Globalization;
using StorageKit.Conformance.Tests.Mutants;

namespace StorageKit.Conformance.Tests.Running;

/// <summary>A replay string is what was printed, or it is refused.</summary>
public sealed class ReplayStringTests
{
    static readonly ReplayString s_sample = new("GEN-23", 1) { Choices = [3, 0, 1, 0, 0, 6, 0] };

    [Fact]
    public void Its_form_stays_as_it_is() => Assert.Equal("SK1-GEN23-AgMAAQAABgCWFVZA", s_sample.Format());

    [Fact]
    public void What_is_written_is_read()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var clause = ClauseCatalog.All[random.Next(ClauseCatalog.All.Count)].Id;
            int[] choices = [.. Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(1 << random.Next(31)))];
            int seed = i % 3 == 0 ? random.Next(10) : unchecked((int)random.NextInt64());
            var text = new ReplayString(clause, seed) { Choices = choices }.Format();

            var read = ReplayString.Parse(text);

            Assert.Matches("^[A-Za-z0-9_-]+$", text);
            Assert.Equal((clause, seed), (read.Clause, read.Seed));
            Assert.Equal(choices, read.Choices);
            Assert.Equal(text, read.Format());
        }
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Every_seed_can_be_written(int seed) =>
        Assert.Equal(seed, ReplayString.Parse(new ReplayString("RLC-05", seed).Format()).Seed);

    [Fact]
    public void One_wrong_character_anywhere_is_refused()
    {
        var text = s_sample.Format();
        for (var i = 0; i < text.Length; i++)
            foreach (var other in "ABab01-_ é")
                if (text[i] != other)
                    Assert.Throws<FormatException>(
                        () => ReplayString.Parse($"{text[..i]}{other}{text[(i + 1)..]}"));
    }

    [Fact]
    public void A_part_of_it_or_more_than_it_is_refused()
    {
        var text = s_sample.Format();
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Throws<FormatException>(() => ReplayString.Parse(text[..i]));
            Assert.Throws<FormatException>(() => ReplayString.Parse(text[(i + 1)..]));
            Assert.Throws<FormatException>(() => ReplayString.Parse(text.Insert(i, "A")));
        }
    }

    [Fact]
    public void Two_characters_that_changed_places_are_refused()
    {
        var text = s_sample.Format();
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] != text[i + 1])
                Assert.Throws<FormatException>(
                    () => ReplayString.Parse($"{text[..i]}{text[i + 1]}{text[i]}{text[(i + 2)..]}"));
    }

    [Theory]
    [InlineData("hello", "A replay string looks like SK1-GEN23-AbCd…; this one has not these three parts.")]
    [InlineData("SK2-GEN23-AgMA", "The replay string is of version SK2; this version of the kit reads SK1.")]
    [InlineData("SK1-GEN23-AgMA+Q", "a character that none can have (U+002B), 5 characters after its clause.")]
    [InlineData("SK1-GEN23-AgMA", "The replay string is cut: its length cannot be right.")]
    [InlineData("SK1-GEN23-AgMAAQAABgCWFVZB", "The replay string's checksum is wrong: it is mistyped or cut.")]
    [InlineData("SK1-GEN24-AgMAAQAABgCWFVZA", "The replay string's checksum is wrong: it is mistyped or cut.")]
    public void The_error_says_what_is_wrong(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => ReplayString.Parse(text)).Message);

    [Fact]
    public async Task A_clause_that_nobody_has_is_an_error()
    {
        var replay = new ReplayString("GEN-99", 1);

        var thrown = await Assert.ThrowsAsync<ArgumentException>(
            () => ClauseRunner.ReplayAsync(replay.Format(), MutantDriver.Create(typeof(FrozenCounter))));
        Assert.Contains("There is no clause \"GEN-99\"", thrown.Message);
        await Assert.ThrowsAsync<ArgumentException>(() => ClauseRunner.RunAsync(
            ClauseCatalog.Get("RLC-01"), MutantDriver.Create(typeof(FrozenCounter)), replay, default));
    }

    [Fact]
    public async Task Choices_of_another_version_are_not_taken_for_a_pass()
    {
        var replay = s_sample with { Choices = [100, 0] };

        var result = await ClauseRunner.ReplayAsync(replay.Format(), MutantDriver.Create(typeof(FrozenCounter)));

        Assert.Equal(ClauseOutcome.Inconclusive, result.Outcome);
    }

    [Fact]
    public async Task A_clause_without_choices_is_run_again_with_its_seed()
    {
        var driver = MutantDriver.Create(typeof(FrozenCounter));
        var result = await ClauseRunner.RunAsync(ClauseCatalog.Get("RLC-02"), driver, seed: 77);
        Assert.Equal(ClauseOutcome.Failed, result.Outcome);

        var again = await ClauseRunner.ReplayAsync(result.Replay.Format(), driver);

        Assert.Equal((77, result.Reason), (again.Seed, again.Reason));
        Assert.EndsWith(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Replay (seed 77): STORAGEKIT_REPLAY={result.Replay} dotnet test --filter \"clause=RLC-02\""),
            again.Explain());
    }
}
