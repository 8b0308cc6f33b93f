namespace StorageKit.Tests.Toml;

/// <summary>Texts that both versions read, and the tree they stand for.</summary>
public sealed class ValidTomlTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("\n \t\n# only a comment", "{}")]
    [InlineData("a = 1 # why", "{a=1}")]
    [InlineData("a=1\r\nb=2\r\n", "{a=1,b=2}")]
    [InlineData("#\u00E9\U0001F600\t!\na = 1", "{a=1}")]
    public void Lines_and_comments(string toml, string tree) => AssertBoth(toml, tree);

    [Theory]
    [InlineData("pool-size_2 = 1", "{pool-size_2=1}")]
    [InlineData("1234 = 1", "{1234=1}")]
    [InlineData("true = 1", "{true=1}")]
    [InlineData("-_- = 1", "{-_-=1}")]
    [InlineData("\"\" = 1", "{\"\"=1}")]
    [InlineData("'' = 1", "{\"\"=1}")]
    [InlineData("\"a.b\".'c d' = 1", "{\"a.b\"={\"c d\"=1}}")]
    [InlineData("\"\\u00e9\" = 1", "{\"\u00E9\"=1}")]
    [InlineData("'C:\\x' = 1", "{\"C:\\\\x\"=1}")]
    [InlineData("a . b\t.c = 1", "{a={b={c=1}}}")]
    [InlineData("1.2 = 3", "{1={2=3}}")]
    [InlineData("a.b = 1\na.c = 2", "{a={b=1,c=2}}")]
    [InlineData("a.b = 1\nx = 0\na.c = 2", "{a={b=1,c=2},x=0}")]
    [InlineData("Key = 1\nkey = 2", "{Key=1,key=2}")]
    public void Keys(string toml, string tree) => AssertBoth(toml, tree);

    [Theory]
    [InlineData("[a]\n[b]", "{a={},b={}}")]
    [InlineData("[ a . \"b\" ]\nc = 1", "{a={b={c=1}}}")]
    [InlineData("[a.b]\nx=1\n[a]\ny=2", "{a={b={x=1},y=2}}")]
    [InlineData("[a]\nb.c = 1\n[a.b.d]\ne = 2", "{a={b={c=1,d={e=2}}}}")]
    [InlineData("[a.b.c]\nx=1\n[a]\nb.y = 2", "{a={b={c={x=1},y=2}}}")]
    [InlineData("[[a]]\nx=1\n[[a]]\nx=2", "{a=[{x=1},{x=2}]}")]
    [InlineData("[[a]]\n[a.b]\nx=1\n[[a]]\n[a.b]\nx=2", "{a=[{b={x=1}},{b={x=2}}]}")]
    [InlineData("[[a.b]]\n[[a.b.c]]\n[[a.b.c]]\n[[a.b]]", "{a={b=[{c=[{},{}]},{}]}}")]
    [InlineData("[a]# here\nx = 1", "{a={x=1}}")]
    [InlineData("x = 1\n[a]\nx = 1\n[b]\nx = 1", "{x=1,a={x=1},b={x=1}}")]
    public void Tables(string toml, string tree) => AssertBoth(toml, tree);

    [Theory]
    [InlineData("a = \"\"", "{a=\"\"}")]
    [InlineData("a = ''", "{a=\"\"}")]
    [InlineData("a = \"tab\there # no comment\"", "{a=\"tab<09>here # no comment\"}")]
    [InlineData("a = \"\\b\\t\\n\\f\\r\\\"\\\\\"", "{a=\"<08><09><0A><0C><0D>\\\"\\\\\"}")]
    [InlineData("a = \"\\u0041\\U0001F600z\"", "{a=\"A\U0001F600z\"}")]
    [InlineData("a = \"x\U0001F600\\u0041\U0001F600\"", "{a=\"x\U0001F600A\U0001F600\"}")]
    [InlineData("a = 'C:\\new \"x\"'", "{a=\"C:\\\\new \\\"x\\\"\"}")]
    [InlineData("a = \"\"\"\"\"\"", "{a=\"\"}")]
    [InlineData("a = \"\"\"\nx\ny\"\"\"", "{a=\"x<0A>y\"}")]
    [InlineData("a = \"\"\"\r\nx\r\ny\"\"\"", "{a=\"x<0D><0A>y\"}")]
    [InlineData("a = \"\"\"x \\\n\n \t y\\\r\n z\"\"\"", "{a=\"x yz\"}")]
    [InlineData("a = \"\"\"x\\  \n  \"\"\"", "{a=\"x\"}")]
    [InlineData("a = \"\"\"\"x\"\"\"\"\"", "{a=\"\\\"x\\\"\\\"\"}")]
    [InlineData("a = \"\"\"a\"\"b\"c\"\"\"", "{a=\"a\\\"\\\"b\\\"c\"}")]
    [InlineData("a = \"\"\"\\\"\"\"\"", "{a=\"\\\"\"}")]
    [InlineData("a = \"\"\"\\t\U0001F600\\u00e9\"\"\"", "{a=\"<09>\U0001F600\u00E9\"}")]
    [InlineData("a = '''\nx\\\ny'''", "{a=\"x\\\\<0A>y\"}")]
    [InlineData("a = ''''x'''''", "{a=\"'x''\"}")]
    [InlineData("a = \"\uFEFF\"", "{a=\"\uFEFF\"}")]
    public void Strings(string toml, string tree) => AssertBoth(toml, tree);

    [Theory]
    [InlineData("a = 0", "{a=0}")]
    [InlineData("a = -0", "{a=0}")]
    [InlineData("a = +99", "{a=99}")]
    [InlineData("a = 1_000_000", "{a=1000000}")]
    [InlineData("a = 9223372036854775807", "{a=9223372036854775807}")]
    [InlineData("a = -9223372036854775808", "{a=-9223372036854775808}")]
    [InlineData("a = 0xDEAD_beef", "{a=3735928559}")]
    [InlineData("a = 0x7FFFFFFFFFFFFFFF", "{a=9223372036854775807}")]
    [InlineData("a = 0x00000000000000000000F", "{a=15}")]
    [InlineData("a = 0o755", "{a=493}")]
    [InlineData("a = 0b1101_0110", "{a=214}")]
    public void Integers(string toml, string tree) => AssertBoth(toml, tree);

    [Theory]
    [InlineData("a = 3.14", "{a=3.14}")]
    [InlineData("a = -0.0", "{a=-0.0}")]
    [InlineData("a = 1e3", "{a=1000.0}")]
    [InlineData("a = 6.626e-34", "{a=6.626E-34}")]
    [InlineData("a = 1_0.2_5e+0_1", "{a=102.5}")]
    [InlineData("a = 0.1", "{a=0.1}")]
    [InlineData("a = 9007199254740993.0", "{a=9007199254740992.0}")]
    [InlineData("a = 123456789012345678901234567890.0", "{a=1.2345678901234568E+29}")]
    [InlineData("a = 4.9e-324", "{a=5E-324}")]
    [InlineData("a = 1e-400", "{a=0.0}")]
    [InlineData("a = 1.7976931348623157e308", "{a=1.7976931348623157E+308}")]
    [InlineData("a = inf", "{a=Infinity}")]
    [InlineData("a = -inf", "{a=-Infinity}")]
    [InlineData("a = +nan", "{a=NaN}")]
    public void Floats(string toml, string tree) => AssertBoth(toml, tree);

    [Theory]
    [InlineData("a = 1979-05-27T07:32:00Z", "{a=1979-05-27T07:32:00Z}")]
    [InlineData("a = 1979-05-27 00:32:00.999-07:00", "{a=1979-05-27T00:32:00.999-07:00}")]
    [InlineData("a = 1979-05-27t00:32:00z", "{a=1979-05-27T00:32:00Z}")]
    [InlineData("a = 1979-05-27T00:32:00.123456789123+05:45", "{a=1979-05-27T00:32:00.123456789+05:45}")]
    [InlineData("a = 1979-05-27T00:32:00.000001", "{a=1979-05-27T00:32:00.000001}")]
    [InlineData("a = 2024-02-29", "{a=2024-02-29}")]
    [InlineData("a = 2000-02-29", "{a=2000-02-29}")]
    [InlineData("a = 0000-01-01", "{a=0000-01-01}")]
    [InlineData("a = 2026-01-01 # not a time", "{a=2026-01-01}")]
    [InlineData("a = 23:59:60", "{a=23:59:60}")]
    [InlineData("a = [07:32:00,2026-01-01]", "{a=[07:32:00,2026-01-01]}")]
    public void Dates_and_times(string toml, string tree) => AssertBoth(toml, tree);

    [Theory]
    [InlineData("a = []", "{a=[]}")]
    [InlineData("a = [ 1 , 'x' , true , [ ] , { } ]", "{a=[1,\"x\",true,[],{}]}")]
    [InlineData("a = [1,2,]", "{a=[1,2]}")]
    [InlineData("a = [\n1, # one\n\n# two\n2\r\n, \n]", "{a=[1,2]}")]
    [InlineData("a = [[1],[\"\"\"\n\"\"\"]]", "{a=[[1],[\"\"]]}")]
    [InlineData("a = {}", "{a={}}")]
    [InlineData("a = { b = 1, c.d = 2, c.e = [3] }", "{a={b=1,c={d=2,e=[3]}}}")]
    [InlineData("a = {b=[\n1,\n2]}", "{a={b=[1,2]}}")]
    [InlineData("a = [{b=1},{b=2}]", "{a=[{b=1},{b=2}]}")]
    [InlineData("a = [true,false,inf]", "{a=[true,false,Infinity]}")]
    public void Arrays_and_inline_tables(string toml, string tree) => AssertBoth(toml, tree);

    static void AssertBoth(string toml, string tree)
    {
        Assert.Equal(tree, Rendering.Of(toml, StorageKit.Toml.TomlVersion.V1_0));
        Assert.Equal(tree, Rendering.Of(toml, StorageKit.Toml.TomlVersion.V1_1));
    }
}
