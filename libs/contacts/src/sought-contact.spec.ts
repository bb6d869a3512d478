import { soughtContact } from './sought-contact';

describe('a contact that is looked for', () => {
  it('is a phone with the code of the country and without', () => {
    const expected = ['56911112222', '911112222'];
    expect(soughtContact('+56 9 1111-2222', 'CL').digits).toEqual(expected);
    expect(soughtContact('(9) 1111 2222', 'CL').digits).toEqual([...expected].reverse());
    expect(soughtContact('0056 911112222', 'CL').digits).toEqual([...expected, '0056911112222']);
    expect(soughtContact('+56 9 1111', 'CL').digits).toEqual(['5691111', '91111']);
    expect(soughtContact('+57 300 123 4567', 'CL').digits).toEqual(['573001234567']);
    expect(soughtContact('911112222', null)).toEqual({ digits: ['911112222'], normal: ['+911112222'], text: [] });
  });

  it('is a phone without the prefix that is dialled inside of a country only', () => {
    expect(soughtContact('0151 23456789', 'DE').normal).toEqual(['+015123456789', '+49015123456789', '+4915123456789']);
  });

  it('is anything else in lower case', () => {
    const words = (text: string) => ({ digits: [], normal: [], text: [text] });
    expect(soughtContact('Ana@Store.Example', 'CL')).toEqual(words('ana@store.example'));
    expect(soughtContact('1234', 'CL')).toEqual(words('1234'));
    expect(soughtContact('C-10233', 'CL')).toEqual(words('c-10233'));
  });
});
